package org.mentoringcommons.provisioning.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class LinksTest {

    private final Links links = new Links("a-secret-of-the-client");

    @Test
    void a_link_we_made_is_ours_and_no_two_are_alike() {
        InvitationLink link = links.fresh();

        assertThat(link.token())
                .hasSize(64)
                .matches("[A-Za-z0-9_-]+")
                .isNotEqualTo(links.fresh().token());
        assertThat(links.isOurs(link)).isTrue();
    }

    @Test
    void with_any_bit_changed_it_is_not() {
        byte[] token = Base64.getUrlDecoder().decode(links.fresh().token());

        for (int bit = 0; bit < token.length * 8; bit++) {
            byte[] changed = token.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(links.isOurs(new InvitationLink(Base64.getUrlEncoder().encodeToString(changed))))
                    .as("bit " + bit)
                    .isFalse();
        }
    }

    @Test
    void neither_is_nonsense_nor_another_secret_s() {
        assertThat(links.isOurs(new InvitationLink(""))).isFalse();
        assertThat(links.isOurs(new InvitationLink("é".repeat(64)))).isFalse();
        assertThat(links.isOurs(new InvitationLink("A".repeat(62) + "=="))).isFalse();
        assertThat(links.isOurs(new Links("another-secret").fresh())).isFalse();
    }
}
