package com.dingshu.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStream;

/** Files for the person to keep, written straight into the answer. */
public final class Downloads {

    private Downloads() {}

    /** Writes the file; runs in the request of the download, bound to the same person. */
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** A link that looks like a button and downloads when clicked. */
    public static Anchor link(Icon icon, String text, String fileName, String contentType, Content content) {
        var link = new Anchor(handler(fileName, contentType, content), AttachmentType.DOWNLOAD, "");
        link.add(icon.create(), new com.vaadin.flow.component.html.Span(text));
        link.addClassName("button");
        return link;
    }

    /** Starts a download in answer to something else, such as the end of a dialog. */
    public static void start(Component owner, String fileName, String contentType, Content content) {
        var link = new Anchor(handler(fileName, contentType, content), AttachmentType.DOWNLOAD, "");
        link.getElement().setAttribute("hidden", true);
        owner.getElement().appendChild(link.getElement());
        link.getElement().executeJs("this.click()");
    }

    private static DownloadHandler handler(String fileName, String contentType, Content content) {
        return (DownloadEvent event) -> {
            event.setFileName(fileName);
            event.setContentType(contentType);
            content.write(event.getOutputStream());
        };
    }
}
