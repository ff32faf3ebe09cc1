package org.mentoringcommons.curriculum.cartridge;

/** XML being written: every text is escaped on its way in. */
final class Xml {

    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    /** Markup of ours. */
    Xml raw(String markup) {
        out.append(markup);
        return this;
    }

    Xml text(String words) {
        out.append(words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;"));
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
