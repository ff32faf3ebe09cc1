package org.mentoringcommons.curriculum.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringcommons.curriculum.content.Faults;

class ZipFilesTest {

    private final Faults faults = new Faults();

    @Test
    void what_is_written_is_read_and_written_the_same_byte_by_byte() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("curriculum.json", "{}");
        files.put("modules/a/b.md", "Zürich\r\n");

        byte[] zip = ZipFiles.write(files);

        assertThat(ZipFiles.read(zip, faults)).containsExactlyEntriesOf(files);
        assertThat(ZipFiles.write(ZipFiles.read(zip, faults))).isEqualTo(zip);
        assertThat(faults.any()).isFalse();
    }

    @Test
    void a_folder_around_everything_and_what_desktops_leave_behind_do_not_matter() throws IOException {
        byte[] zip = zip(Map.of("mine/curriculum.json", "{}", "mine/.DS_Store", "x", "__MACOSX/mine/._a", "x"));

        assertThat(ZipFiles.read(zip, faults)).containsOnlyKeys("curriculum.json");
        assertThat(faults.any()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.md",
                "modules/../../evil.md",
                "/etc/evil.md",
                "C:\\evil.md",
                "a\\..\\b.md",
                "a//b.md",
                "a/./b.md"
            })
    void a_name_that_leads_elsewhere_is_refused_by_name(String name) throws IOException {
        assertThat(ZipFiles.read(zip(Map.of(name, "x", "curriculum.json", "{}")), faults))
                .containsOnlyKeys("curriculum.json");

        assertThat(faults.all()).hasSize(1).allSatisfy(fault -> {
            assertThat(fault.place()).isEqualTo(name);
            assertThat(fault.message()).contains("nothing outside");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"big.md", "__MACOSX/big", ".DS_Store", "../big.md"})
    void a_bomb_is_left_alone_after_what_a_package_may_hold(String name) throws IOException {
        byte[] zip = zip(Map.of(name, "a".repeat(64 << 20)));

        assertThat(zip.length).isLessThan(100_000);
        assertThat(ZipFiles.read(zip, faults)).isEmpty();
        assertThat(faults.all()).containsExactly(new Faults.Fault(name, 0, "is longer than 1 MB"));
    }

    @Test
    void many_files_that_are_too_much_together_and_too_many_files_are_refused() throws IOException {
        Map<String, String> large = new LinkedHashMap<>();
        for (int number = 0; number < 40; number++) {
            large.put("f" + number + ".md", "a".repeat(1 << 20));
        }
        Map<String, String> many = new LinkedHashMap<>();
        for (int number = 0; number <= ZipFiles.FILES_AT_MOST; number++) {
            many.put("f" + number + ".md", "");
        }

        assertThat(ZipFiles.read(zip(large), faults)).isEmpty();
        assertThat(ZipFiles.read(zip(many), faults)).isEmpty();

        assertThat(faults.all())
                .extracting(Faults.Fault::message)
                .containsExactly("unpacks to more than 32 MB", "holds more than 5000 files");
    }

    @Test
    void another_encoding_a_control_character_and_a_byte_order_mark_are_told_by_line() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(zip, "latin.md", "one\nZ\u00fcrich\n".getBytes(StandardCharsets.ISO_8859_1));
            entry(zip, "nul.md", "one\ntwo\0\n".getBytes(StandardCharsets.UTF_8));
            entry(zip, "mark.md", "\uFEFFone".getBytes(StandardCharsets.UTF_8));
        }

        ZipFiles.read(bytes.toByteArray(), faults);

        assertThat(faults.all())
                .extracting(Faults.Fault::place)
                .containsExactly("latin.md line 2", "nul.md line 2", "mark.md line 1");
    }

    @Test
    void what_is_no_zip_or_ends_too_early_is_said_to_be_that() {
        ZipFiles.read("not a zip".getBytes(StandardCharsets.UTF_8), faults);
        byte[] whole = ZipFiles.write(Map.of("a.md", "text ".repeat(1000)));
        ZipFiles.read(Arrays.copyOf(whole, whole.length / 3), faults);

        assertThat(faults.all()).hasSize(2).extracting(Faults.Fault::file).containsOnly("the package");
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                entry(zip, file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
