package org.mentoringcommons.survey.instrument;

import java.util.Set;

/** What keys, codes and wordings may look like. */
public final class Keys {

    /** Of an item or scale: it stands in field paths and form names, hence no dots or blanks. */
    public static final String KEY = "[A-Za-z][A-Za-z0-9_-]{0,79}";

    /** Of an instrument, codebook or version. */
    public static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,79}";

    /** Of an option or code: any printable text of up to 80 characters that neither begins nor ends blank. */
    public static final String CODE = "(?=.{1,80}$)[^\\p{C}\\s](?:[^\\p{C}]*[^\\p{C}\\s])?";

    /** Of a language: a tag such as {@code es} or {@code pt-BR}. */
    public static final String LANGUAGE = "[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}";

    /** The longest wording of a label or anchor. */
    public static final int LABEL = 500;

    /** The longest wording of an instruction. */
    public static final int INSTRUCTION = 4_000;

    /** How the keys of an institution's own items begin, and no other item's. */
    public static final String OWN = "own_";

    /** What the page calls fields of its own, so no item may. */
    static final Set<String> RESERVED = Set.of(
            "receipt", "research", "consentVersion", "consentLanguage", "show", "decline", "save", "draft", "part");

    private Keys() {}
}
