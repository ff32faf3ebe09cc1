package org.mentoringcommons.survey;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads PDF documents as their readers do. */
public final class Pdf {

    private Pdf() {}

    /** The words, with line ends as blanks; fails if the document is not tagged, titled, and in a language. */
    public static String text(byte[] document) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(document)) {
            if (!pdf.getDocumentCatalog().getMarkInfo().isMarked()
                    || pdf.getDocumentCatalog().getLanguage() == null
                    || pdf.getDocumentInformation().getTitle() == null) {
                throw new AssertionError("a screen reader could not read this document");
            }
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }
}
