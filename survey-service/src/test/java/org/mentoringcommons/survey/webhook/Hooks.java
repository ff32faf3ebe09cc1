package org.mentoringcommons.survey.webhook;

import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantTransaction;

/** Lets tests make webhooks, and say when their time has come. */
@ApplicationScoped
public class Hooks {

    private final Dispatch dispatch;
    private final Dispatch other;
    private final News news;
    private final WaveMoments moments;

    Hooks(
            Dispatch dispatch,
            News news,
            WaveMoments moments,
            Lanes lanes,
            Deliveries deliveries,
            Endpoints endpoints,
            Sending sending,
            TenantTransaction transaction,
            ExecutorService threads,
            WebhookSettings settings,
            Clock clock) {
        this.dispatch = dispatch;
        this.news = news;
        this.moments = moments;
        other = new Dispatch(lanes, deliveries, endpoints, sending, transaction, threads, settings, clock);
    }

    /** A webhook of an institution. */
    public record Hook(Tenant institution, String id, String secret) {

        String path() {
            return "/webhooks/" + id;
        }

        List<Map<String, Object>> messages() {
            return Api.portal(institution)
                    .get(path() + "/messages")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("$");
        }

        Map<String, Object> only() {
            List<Map<String, Object>> messages = messages();
            org.assertj.core.api.Assertions.assertThat(messages).hasSize(1);
            return messages.get(0);
        }

        void ping() {
            Api.portal(institution).post(path() + "/ping", Map.of()).then().statusCode(202);
        }
    }

    /** An institution that no other test has. */
    static Tenant institution() {
        return new Tenant(UUID.randomUUID().toString());
    }

    static Response add(Tenant institution, String url, String... events) {
        return Api.administrator(institution).post("/webhooks", Map.of("url", url, "events", List.of(events)));
    }

    static Hook at(Tenant institution, Receiver receiver, String... events) {
        Response made = add(institution, receiver.url(), events.length == 0 ? new String[] {"release.frozen"} : events);
        made.then().statusCode(201);
        return new Hook(institution, made.path("id"), made.path("secret"));
    }

    /** Whatever other tests have left is done by nobody. */
    static void forgetAll() {
        Database.update("delete from webhook_lane");
        Database.update("delete from webhook_news");
        Database.update("delete from wave_task where task in ('OPENED', 'CLOSING', 'COUNT')");
    }

    /** Everything due is sent, and what came of it is noted. */
    void round() {
        World.elsewhere(() -> dispatch.round().orTimeout(60, TimeUnit.SECONDS).join());
    }

    /** As {@link #round}, of another instance. */
    void roundElsewhere() {
        World.elsewhere(() -> other.round().orTimeout(60, TimeUnit.SECONDS).join());
    }

    /** As {@link #round}, of one that has died: a lease runs out. */
    static void leasesRunOut() {
        Database.update("update webhook_lane set lease_until = now() - interval '1 second' where claim is not null");
    }

    void newsRound() {
        World.elsewhere(news::round);
    }

    /** Whatever is to be told of waves by now, as if the database's clock had come to it. */
    void momentsOf(String wave) {
        Database.update(
                "update wave_task set due_at = now() where wave = ?::uuid and task in ('OPENED', 'CLOSING', 'COUNT')",
                wave);
        World.elsewhere(moments::round);
    }
}
