package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringcommons.deploy.local.Service;

/** A shipped instrument answered in Spanish, from the choice of the language to the proof of withdrawal. */
@ExtendWith({TheStack.class, Browser.class})
class LanguagesTest {

    private final String institution = TheStack.institutions().get(13);

    @Test
    void the_language_that_is_chosen_is_that_of_every_page_and_loses_nothing(Page page) {
        page.navigate(TheStack.stack().url(Service.SURVEY) + "/s/" + token());
        assertThat(page.textContent("h1")).isEqualTo("Your skills as a mentor, before and now");
        page.locator("#communication_1").check();

        press(page, "Español");

        assertThat(page.getAttribute("html", "lang")).isEqualTo("es");
        assertThat(page.textContent("h1")).isEqualTo("Sus capacidades al dar mentoría, antes y ahora");
        assertThat(page.textContent("main"))
                .contains("Participar es decisión suya.", "sumamente capaz", "Hablar y escuchar", "Antes del taller")
                .doesNotContain("skilled", "Taking part", "mentee", "Before the workshop");
        assertThat(page.locator("#communication_1").isChecked()).isTrue();
        Browser.assertAccessible(page);
        Browser.screenshot(page, "form-spanish");

        press(page, "Enviar mis respuestas");
        assertThat(page.locator("[role=alert]").textContent()).contains("2 respuestas necesitan su atención.");
        Browser.assertAccessible(page);
        page.locator("input[name='communication_1.now'][value='6']").check();
        page.locator("#research").check();
        press(page, "Enviar mis respuestas");
        assertThat(page.textContent("h1")).isEqualTo("Gracias");
        Browser.assertAccessible(page);
        String receipt = page.textContent(".receipt");

        page.locator("a[href*='/w/']").click();
        assertThat(page.getAttribute("html", "lang")).isEqualTo("es");
        page.getByLabel("Su recibo").fill(receipt);
        press(page, "Retirarme");
        assertThat(page.textContent("h1")).isEqualTo("Comprobante de retirada");
        Browser.assertAccessible(page);
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .last()
                .click();
    }

    private String token() {
        TheStack.as("admin." + institution, institution, Service.SURVEY)
                .contentType("application/json")
                .body(Map.of(
                        "number",
                        "TEST-LANGUAGES",
                        "board",
                        "A test's board",
                        "title",
                        "In two languages",
                        "validFrom",
                        LocalDate.now().minusDays(7).toString(),
                        "withdrawalPolicy",
                        "destroy",
                        "instrument",
                        Map.of("key", "mentorship-competency", "version", "26"),
                        "curricula",
                        List.of("entering-mentoring"),
                        "consent",
                        Map.of(
                                "version",
                                "1",
                                "text",
                                "Taking part is up to you.",
                                "researchQuestion",
                                "May researchers use my answers?",
                                "translations",
                                List.of(Map.of(
                                        "language",
                                        "es",
                                        "text",
                                        "Participar es decisión suya.",
                                        "researchQuestion",
                                        "¿Pueden usarse mis respuestas para la investigación?")))))
                .post("/survey/v1/protocols")
                .then()
                .statusCode(201);
        return Workshops.tokens(institution, Workshops.deliver(institution, "entering-mentoring", "mentor", 1), 1)
                .get(0);
    }
}
