package com.dingshu.channels.ui;

import com.dingshu.channels.FileImports;
import com.dingshu.channels.FilePreview;
import com.dingshu.channels.csv.OrderFiles;
import com.dingshu.tenancy.ShopInfo;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Live;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes a file, shows what an import would do row by row without doing it, and starts it. */
final class ImportDialog extends Dialog {

    private final FileImports imports;
    private final ChannelWords words;
    private final Consumer<UUID> started;
    private final Select<ShopInfo> shop = new Select<>();
    private final Div preview = Parts.div("import-preview");
    private final Button go;
    private byte[] content = {};
    private String fileName = "";
    private @Nullable Live live;

    ImportDialog(FileImports imports, ChannelWords words, Consumer<UUID> started) {
        this.imports = imports;
        this.words = words;
        this.started = started;
        setHeaderTitle(words.say("channels.imports.new"));
        setWidth("760px");
        setMaxWidth("calc(100vw - 32px)");
        prepareShop();
        preview.getElement().setAttribute("aria-live", "polite");
        add(Parts.div("form import", shop, upload(), preview));
        go = Buttons.primary(words.say("channels.imports.start"), this::start);
        go.setEnabled(false);
        getFooter().add(Buttons.plain(words.say("channels.imports.keep"), this::close), go);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        live = Live.of(this);
    }

    private void prepareShop() {
        List<ShopInfo> shops = words.shops();
        shop.setLabel(words.say("channels.imports.into"));
        shop.setHelperText(words.say("channels.imports.into.help"));
        shop.setItems(shops);
        shop.setItemLabelGenerator(one -> one.name() + " · " + words.channel(one.channel()));
        shops.stream()
                .filter(one -> one.channel().equals("file"))
                .findFirst()
                .or(() -> shops.stream().findFirst())
                .ifPresent(shop::setValue);
        shop.addValueChangeListener(change -> {
            if (content.length > 0) {
                look();
            }
        });
    }

    private Component upload() {
        Upload upload = new Upload(UploadHandler.inMemory((file, bytes) -> {
            Live person = Objects.requireNonNull(live);
            person.run(() -> {
                content = bytes;
                fileName = file.fileName();
                look();
            });
        }));
        upload.setMaxFileSize(OrderFiles.LARGEST);
        upload.setMaxFiles(1);
        upload.setAcceptedFileTypes(".csv", ".xlsx", ".txt", "text/csv");
        upload.setI18n(words());
        upload.addFileRejectedListener(refused -> say(refused.getErrorMessage()));
        upload.addFileRemovedListener(removed -> {
            content = new byte[0];
            preview.removeAll();
            go.setEnabled(false);
        });
        return upload;
    }

    private UploadI18N words() {
        UploadI18N said = new UploadI18N();
        said.setAddFiles(new UploadI18N.AddFiles().setOne(words.say("channels.imports.choose")));
        said.setDropFiles(new UploadI18N.DropFiles().setOne(words.say("channels.imports.drop")));
        said.setError(new UploadI18N.Error()
                .setTooManyFiles(words.say("channels.imports.one"))
                .setFileIsTooBig(words.say("channels.imports.refusal.TOO_LARGE"))
                .setIncorrectFileType(words.say("channels.imports.refusal.NOT_TEXT")));
        said.setUploading(new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting("…")
                        .setStalled("…")
                        .setProcessing(words.say("channels.imports.reading")))
                .setRemainingTime(
                        new UploadI18N.Uploading.RemainingTime().setPrefix("").setUnknown(""))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(words.say("channels.imports.not-sent"))
                        .setUnexpectedServerError(words.say("channels.imports.not-sent"))
                        .setForbidden(words.say("channels.imports.not-sent"))));
        said.setFile(new UploadI18N.File()
                .setRemove(words.say("channels.imports.remove"))
                .setRetry(words.say("channels.imports.retry"))
                .setStart(words.say("channels.imports.start")));
        return said;
    }

    private void say(String problem) {
        preview.removeAll();
        preview.add(hold("red", problem, words.say("channels.imports.nothing")));
        go.setEnabled(false);
    }

    private Component hold(String tone, String fact, String meaning) {
        Div hold = Parts.div("hold", Icon.TRIANGLE_ALERT.create(), new Div(Parts.bold(fact), new Span(meaning)));
        hold.addClassName(tone);
        return hold;
    }

    private void look() {
        FilePreview found = imports.preview(shop.getValue().id(), content);
        if (found.refusal() != null) {
            say(words.say("channels.imports.refusal." + found.refusal()));
            return;
        }
        preview.removeAll();
        preview.add(summary(found), headings(found));
        if (found.good() < found.orders()) {
            preview.add(new H3(words.say("channels.imports.wrong", found.orders() - found.good())));
            preview.add(ImportRows.of(words, found.problems()));
        }
        go.setText(words.say("channels.imports.start.count", found.good()));
        go.setEnabled(true);
    }

    private Component summary(FilePreview found) {
        Paragraph summary = new Paragraph(
                words.say("channels.imports.preview", found.rows(), found.orders(), found.good(), found.encoding()));
        summary.addClassName("summary");
        return summary;
    }

    private Component headings(FilePreview found) {
        Element body = new Element("tbody");
        found.recognised().forEach((heading, field) -> body.appendChild(heading(heading, words.field(field), "")));
        found.ignored()
                .forEach(heading -> body.appendChild(heading(heading, words.say("channels.imports.ignored"), "faint")));
        return Parts.scrolling(
                "import-headings",
                words.say("channels.imports.headings"),
                Parts.table(
                        "table", body, words.say("channels.imports.heading"), words.say("channels.imports.read-as")));
    }

    private static Element heading(String heading, String field, String className) {
        Element said = Parts.element("td", field);
        if (!className.isEmpty()) {
            said.getClassList().add(className);
        }
        return new Element("tr").appendChild(Parts.element("td", heading), said);
    }

    private void start() {
        go.setEnabled(false);
        UUID id = imports.start(shop.getValue().id(), fileName, content);
        close();
        started.accept(id);
    }
}
