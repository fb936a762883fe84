package com.dingshu.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.data.provider.Query;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeysetPagesTest {

    private final Table table = new Table(1000);
    private final KeysetPages<Row> pages = new KeysetPages<>(table);

    @Test
    void growsFromTheLastRowItHas() {
        assertThat(numbers(0, 50)).isEqualTo(IntStream.range(0, 50).boxed().toList());
        assertThat(numbers(50, 50)).isEqualTo(IntStream.range(50, 100).boxed().toList());

        assertThat(table.asked).containsExactly("after -1", "after 49");
    }

    @Test
    void readsRowsThatItLetGoByTheirIds() {
        numbers(0, 50);
        for (int from = 50; from < 600; from += 50) {
            numbers(from, 50);
        }
        table.asked.clear();

        assertThat(numbers(0, 50)).isEqualTo(IntStream.range(0, 50).boxed().toList());
        assertThat(table.asked).containsExactly("ids 50");
    }

    @Test
    void keepsRowsInTheirPlacesWhenTheTableIsSortedAnew() {
        numbers(0, 50);
        Collections.reverse(table.rows);

        assertThat(numbers(0, 50)).isEqualTo(IntStream.range(0, 50).boxed().toList());
    }

    @Test
    void knowsTheEnd() {
        assertThat(numbers(0, 990)).hasSize(990);
        assertThat(pages.complete()).isFalse();
        assertThat(numbers(990, 50)).hasSize(10);
        assertThat(pages.complete()).isTrue();
    }

    @Test
    void startsAnewAfterAFilter() {
        numbers(0, 50);
        Collections.reverse(table.rows);
        pages.restart();

        assertThat(numbers(0, 2)).containsExactly(999, 998);
    }

    private List<Integer> numbers(int offset, int limit) {
        return pages.fetch(new Query<>(offset, limit, List.of(), null, null))
                .map(Row::number)
                .toList();
    }

    private record Row(UUID id, int number) {}

    private static final class Table implements KeysetPages.Source<Row> {

        private final List<Row> rows = new ArrayList<>();
        private final List<String> asked = new ArrayList<>();

        Table(int size) {
            IntStream.range(0, size).forEach(n -> rows.add(new Row(new UUID(0, n), n)));
        }

        @Override
        public UUID id(Row row) {
            return row.id();
        }

        @Override
        public List<Row> after(@Nullable Row last, int limit) {
            asked.add("after " + (last == null ? -1 : last.number()));
            int from = last == null ? 0 : rows.indexOf(last) + 1;
            return rows.subList(from, Math.min(rows.size(), from + limit));
        }

        @Override
        public List<Row> byIds(List<UUID> ids) {
            asked.add("ids " + ids.size());
            return rows.stream().filter(row -> ids.contains(row.id())).toList();
        }
    }
}
