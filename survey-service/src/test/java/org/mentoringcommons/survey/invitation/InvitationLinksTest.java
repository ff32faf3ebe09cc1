package org.mentoringcommons.survey.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.page.PublicAddress;
import org.mentoringcommons.tenancy.contract.Token;

class InvitationLinksTest {

    private static final UUID INVITATION = UUID.fromString("fedcba98-7654-4210-8edc-ba9876543210");

    private final InvitationLinks links = links(32, 'a');

    @Test
    void a_token_opens_as_what_it_was_made_for() {
        String token = links.token(Token.LAKESIDE, INVITATION);

        assertThat(token).hasSize(64).matches("[A-Za-z0-9_-]+");
        assertThat(links.open(token)).contains(new InvitationLink(Token.LAKESIDE, INVITATION));
        assertThat(links.token(Token.LAKESIDE, INVITATION)).isEqualTo(token);
        assertThat(links.address(token)).isEqualTo(URI.create("https://survey.example/s/" + token));
    }

    @Test
    void a_token_with_any_bit_changed_does_not_open() {
        byte[] token = Base64.getUrlDecoder().decode(links.token(Token.LAKESIDE, INVITATION));

        for (int bit = 0; bit < token.length * 8; bit++) {
            byte[] changed = token.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(links.open(Base64.getUrlEncoder().encodeToString(changed)))
                    .as("bit " + bit)
                    .isEmpty();
        }
    }

    @Test
    void a_token_of_another_secret_does_not_open() {
        assertThat(links.open(links(32, 'b').token(Token.LAKESIDE, INVITATION))).isEmpty();
    }

    @Test
    void nonsense_does_not_open() {
        assertThat(links.open("")).isEmpty();
        assertThat(links.open("x".repeat(65))).isEmpty();
        assertThat(links.open("é".repeat(64))).isEmpty();
        assertThat(links.open("A".repeat(62) + "==")).isEmpty();
    }

    @Test
    void a_short_secret_is_refused() {
        assertThatThrownBy(() -> links(31, 'a')).hasMessageContaining("SURVEY_LINK_SECRET");
    }

    private static InvitationLinks links(int bytes, char of) {
        String secret = Base64.getEncoder()
                .encodeToString(String.valueOf(of).repeat(bytes).getBytes());
        return new InvitationLinks(secret, new PublicAddress(URI.create("https://survey.example/")));
    }
}
