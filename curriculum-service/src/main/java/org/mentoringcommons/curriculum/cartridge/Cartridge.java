package org.mentoringcommons.curriculum.cartridge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mentoringcommons.curriculum.content.CurriculumPackage;
import org.mentoringcommons.curriculum.content.Edition;
import org.mentoringcommons.curriculum.content.Manifest;
import org.mentoringcommons.curriculum.content.Part;
import org.mentoringcommons.curriculum.guide.LeafPage;

/**
 * A version as a Common Cartridge 1.3 (1EdTech, formerly IMS Global): what participants read, a folder a module with its
 * page and its links to the web, and a folder of worksheets. Nothing of the facilitators' is in it.
 */
public final class Cartridge {

    private static final String OPEN =
            """
            <manifest identifier="%s"
                xmlns="http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1"
                xmlns:lomimscc="http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1 \
            http://www.imsglobal.org/profile/cc/ccv1p3/ccv1p3_imscp_v1p2_v1p0.xsd \
            http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest \
            http://www.imsglobal.org/profile/cc/ccv1p3/LOM/ccv1p3_lommanifest_v1p0.xsd">
            """;
    private static final String LINK =
            """
            <webLink xmlns="http://www.imsglobal.org/xsd/imsccv1p3/imswl_v1p3">
              <title>""";

    private final CurriculumPackage whole;
    private final Manifest manifest;
    private final List<Folder> folders = new ArrayList<>();

    /** Something to be opened: a page, or a link to the web. */
    private record Leaf(String id, String title, String type, String file, String content) {}

    private record Folder(String id, String title, List<Leaf> leaves) {}

    private Cartridge(CurriculumPackage whole) {
        this.whole = whole;
        this.manifest = whole.manifest();
        manifest.modules().forEach(module -> folders.add(folder(module)));
        if (!whole.worksheets().isEmpty()) {
            folders.add(new Folder(
                    "worksheets",
                    "Worksheets",
                    whole.worksheets().stream()
                            .map(sheet -> page(
                                    "sheet-" + sheet.key(),
                                    sheet.title(),
                                    LeafPage.fileOfWorksheet(sheet.key()),
                                    LeafPage.worksheet(whole, sheet)))
                            .toList()));
        }
    }

    /** The files of the cartridge by their paths, its manifest first. */
    public static Map<String, String> files(CurriculumPackage whole) {
        Cartridge cartridge = new Cartridge(whole);
        Map<String, String> files = new LinkedHashMap<>();
        files.put("imsmanifest.xml", cartridge.write());
        cartridge.leaves().forEach(leaf -> files.put(leaf.file(), leaf.content()));
        return files;
    }

    private Folder folder(Manifest.Module module) {
        List<Leaf> leaves = new ArrayList<>();
        leaves.add(page(
                "page-" + module.key(),
                module.title(),
                LeafPage.fileOfModule(module.key()),
                LeafPage.module(whole, module)));
        whole.parts(module.key()).stream()
                .map(CurriculumPackage.PartText::part)
                .filter(part -> Edition.PARTICIPANTS.shows(part.head().readers()))
                .forEach(part -> link(module, part, leaves));
        return new Folder("module-" + module.key(), module.title(), leaves);
    }

    private static void link(Manifest.Module module, Part part, List<Leaf> leaves) {
        String url = part instanceof Part.Reading reading
                ? reading.url()
                : part instanceof Part.Tool tool ? tool.url() : null;
        if (url != null) {
            String id = "link-" + module.key() + "-" + part.head().key();
            String content = new Xml()
                    .raw(LINK)
                    .text(part.head().title())
                    .raw("</title>\n  <url href=\"")
                    .text(url)
                    .raw("\"/>\n</webLink>\n")
                    .toString();
            leaves.add(new Leaf(id, part.head().title(), "imswl_xmlv1p3", "links/" + id + ".xml", content));
        }
    }

    private static Leaf page(String id, String title, String file, String content) {
        return new Leaf(id, title, "webcontent", file, content);
    }

    private Stream<Leaf> leaves() {
        return folders.stream().flatMap(folder -> folder.leaves().stream());
    }

    private String write() {
        Xml out = new Xml();
        out.raw(OPEN.formatted("cc-" + manifest.curriculum().key() + "-" + manifest.version()));
        metadata(out);
        out.raw("  <organizations>\n    <organization identifier=\"organization\" structure=\"rooted-hierarchy\">\n");
        out.raw("      <item identifier=\"root\">\n");
        folders.forEach(folder -> item(out, folder));
        out.raw("      </item>\n    </organization>\n  </organizations>\n  <resources>\n");
        leaves().forEach(leaf -> resource(out, leaf));
        return out.raw("  </resources>\n</manifest>\n").toString();
    }

    private void metadata(Xml out) {
        out.raw("  <metadata>\n    <schema>IMS Common Cartridge</schema>\n    <schemaversion>1.3.0</schemaversion>\n");
        out.raw("    <lomimscc:lom>\n      <lomimscc:general>\n        <lomimscc:title><lomimscc:string language=\"");
        out.text(manifest.languages().get(0))
                .raw("\">")
                .text(manifest.curriculum().title());
        out.raw("</lomimscc:string></lomimscc:title>\n      </lomimscc:general>\n      <lomimscc:rights>\n");
        out.raw("        <lomimscc:copyrightAndOtherRestrictions><lomimscc:value>yes</lomimscc:value>");
        out.raw("</lomimscc:copyrightAndOtherRestrictions>\n        <lomimscc:description><lomimscc:string>");
        out.text(manifest.licence()).raw("</lomimscc:string></lomimscc:description>\n");
        out.raw("      </lomimscc:rights>\n    </lomimscc:lom>\n  </metadata>\n");
    }

    private static void item(Xml out, Folder folder) {
        out.raw("        <item identifier=\"")
                .text(folder.id())
                .raw("\">\n          <title>")
                .text(folder.title());
        out.raw("</title>\n");
        folder.leaves().forEach(leaf -> out.raw("          <item identifier=\"item-")
                .text(leaf.id())
                .raw("\" identifierref=\"")
                .text(leaf.id())
                .raw("\"><title>")
                .text(leaf.title())
                .raw("</title></item>\n"));
        out.raw("        </item>\n");
    }

    private static void resource(Xml out, Leaf leaf) {
        out.raw("    <resource identifier=\"").text(leaf.id()).raw("\" type=\"" + leaf.type() + "\"");
        if (leaf.type().equals("webcontent")) {
            out.raw(" href=\"").text(leaf.file()).raw("\"");
        }
        out.raw("><file href=\"").text(leaf.file()).raw("\"/></resource>\n");
    }
}
