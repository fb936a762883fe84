package com.dingshu.architecture;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Draws the modules and who calls whom, as the code has it: the base apart, and no arrow that follows from others. */
record ModuleMap(Map<String, Set<String>> calls) {

    private static final Set<String> BASE = new TreeSet<>(Set.of("audit", "identity", "shared", "tenancy", "uikit"));

    static ModuleMap of(ApplicationModules modules) {
        return new ModuleMap(modules.stream()
                .collect(toMap(ModuleMap::name, module -> called(module, modules), (a, b) -> a, TreeMap::new)));
    }

    private static Set<String> called(ApplicationModule module, ApplicationModules modules) {
        return module.getDirectDependencies(modules)
                .uniqueModules()
                .map(ModuleMap::name)
                .filter(name -> !BASE.contains(name))
                .collect(toCollection(TreeSet::new));
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }

    String mermaid() {
        var base = calls.keySet().stream().filter(BASE::contains).collect(Collectors.joining(" ~~~ ", "    ", "\n"));
        var modules = calls.keySet().stream()
                .filter(name -> !BASE.contains(name))
                .map(name -> "  " + name + "\n")
                .collect(Collectors.joining());
        var arrows = calls.entrySet().stream()
                .filter(entry -> !BASE.contains(entry.getKey()))
                .flatMap(entry ->
                        needed(entry.getValue()).stream().map(to -> "  " + entry.getKey() + " --> " + to + "\n"))
                .collect(Collectors.joining());
        return "```mermaid\nflowchart TB\n" + modules + arrows + "  subgraph base [every module may use]\n" + base
                + "  end\n```";
    }

    /** Leaves out what one of the others calls already. */
    private Set<String> needed(Set<String> targets) {
        var needed = new TreeSet<>(targets);
        targets.forEach(between -> reachable(between, new TreeSet<>()).forEach(needed::remove));
        return needed;
    }

    private Set<String> reachable(String from, Set<String> seen) {
        for (var to : calls.getOrDefault(from, Set.of())) {
            if (seen.add(to)) {
                reachable(to, seen);
            }
        }
        return seen;
    }
}
