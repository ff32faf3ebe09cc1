package org.mentoringcommons.curriculum.content;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Markdown as authors may write it: CommonMark with tables, without HTML and images, with links to the web and to
 * mailboxes. What is served was checked when it came in and is sanitized all the same when it goes out.
 */
public final class Markdown {

    private static final List<TablesExtension> EXTENSIONS = List.of((TablesExtension) TablesExtension.create());
    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).build();
    private static final Pattern ADDRESS = Pattern.compile("(?i)(https?://|mailto:)[^\\s]+");
    private static final Pattern ALIGNMENT = Pattern.compile("left|right|center");
    private static final PolicyFactory SAFE = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "ul",
                    "ol",
                    "li",
                    "blockquote",
                    "em",
                    "strong",
                    "code",
                    "pre",
                    "hr",
                    "br",
                    "table",
                    "thead",
                    "tbody",
                    "tr",
                    "th",
                    "td",
                    "a")
            .allowUrlProtocols("https", "http", "mailto")
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("align")
            .matching(ALIGNMENT)
            .onElements("th", "td")
            .allowAttributes("start")
            .matching(Pattern.compile("\\d{1,9}"))
            .onElements("ol")
            .requireRelsOnLinks("noopener", "noreferrer")
            .toFactory();

    private Markdown() {}

    /**
     * Safe HTML.
     *
     * @param below the level of the heading it stands under, so that its own headings come below that
     */
    public static String html(String markdown, int below) {
        Node document = PARSER.parse(markdown);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                heading.setLevel(Math.min(6, heading.getLevel() + below));
            }
        });
        return SAFE.sanitize(RENDERER.render(document)).strip();
    }

    /** Names by line whatever is not for a package. */
    static void check(String file, String markdown, int firstLine, Faults faults) {
        PARSER.parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(HtmlBlock html) {
                wrong(html, "holds HTML; write Markdown");
            }

            @Override
            public void visit(HtmlInline html) {
                wrong(html, "holds HTML; write Markdown");
            }

            @Override
            public void visit(Image image) {
                wrong(image, "holds an image; a package carries text only");
            }

            @Override
            public void visit(Link link) {
                if (!ADDRESS.matcher(link.getDestination()).matches()) {
                    wrong(link, "links to something that is neither a web address nor a mailbox");
                }
                visitChildren(link);
            }

            private void wrong(Node node, String message) {
                Node at = node;
                while (at.getSourceSpans().isEmpty() && at.getParent() != null) {
                    at = at.getParent();
                }
                int line = at.getSourceSpans().isEmpty()
                        ? 0
                        : at.getSourceSpans().get(0).getLineIndex();
                faults.add(file, firstLine + line, message);
            }
        });
    }
}
