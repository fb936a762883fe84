package com.dingshu.channels.ui;

import com.dingshu.channels.FileRow;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;
import java.util.List;

/** Refused rows of a file: which, what is wrong, what to do. */
final class ImportRows {

    private ImportRows() {}

    static Component of(ChannelWords words, List<FileRow> rows) {
        Element body = new Element("tbody");
        rows.forEach(row -> body.appendChild(row(words, row)));
        return Parts.scrolling(
                "import-rows",
                words.say("channels.imports.refused"),
                Parts.table(
                        "table",
                        body,
                        "#" + words.say("channels.imports.row"),
                        words.say("channels.imports.number"),
                        words.say("channels.imports.problem"),
                        words.say("channels.imports.fix")));
    }

    private static Element row(ChannelWords words, FileRow row) {
        Element number = Parts.element("td", Integer.toString(row.rowNo()));
        number.getClassList().add("num");
        Element problem = Parts.element("td", words.problemInFile(row));
        problem.getClassList().add("wrap");
        Element fix = Parts.element("td", words.remedyInFile(row.problemKind()));
        fix.getClassList().add("wrap");
        return new Element("tr").appendChild(number, Parts.element("td", row.channelOrderNo()), problem, fix);
    }
}
