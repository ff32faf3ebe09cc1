package org.mentoringcommons.provisioning.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.mentoringcommons.provisioning.Database;

/** Files to import whose institutions' aliases begin with a word of their own. */
record Imported(String word) {

    static final String HEADER = "alias,name,hub,kind,timeZone,domains,username,email,firstName,lastName\n";

    String line(String letter, String name, String username) {
        String alias = word + "-" + letter;
        return String.join(
                        ",",
                        alias,
                        name,
                        "midwest",
                        "institution",
                        "America/Chicago",
                        alias + ".example " + alias + "2.example",
                        username,
                        username + "@people.example",
                        "Given",
                        "Family")
                + "\n";
    }

    void assertNothing() {
        assertThat(Database.texts(
                        "select alias from institution where alias like ? and alias not like '%-taken'", word + "%"))
                .isEmpty();
    }

    static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }
}
