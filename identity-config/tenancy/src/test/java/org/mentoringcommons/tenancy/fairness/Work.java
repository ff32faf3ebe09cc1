package org.mentoringcommons.tenancy.fairness;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;

/** Work to be limited. */
@Path("/busywork")
@RolesAllowed({Roles.PORTAL, Roles.FACILITATOR, Roles.PLATFORM_OPERATOR})
public class Work {

    static final AtomicInteger BUSY = new AtomicInteger();
    static final AtomicInteger MOST = new AtomicInteger();
    static volatile CountDownLatch held = new CountDownLatch(0);

    @GET
    public String quick() {
        return "done";
    }

    @GET
    @Path("/refused")
    public String refused() {
        throw Refusal.badRequest("no-such-luck", "No").problem();
    }

    /** Until it is let go. */
    @GET
    @Path("/long")
    public String held() throws InterruptedException {
        MOST.accumulateAndGet(BUSY.incrementAndGet(), Math::max);
        try {
            return String.valueOf(held.await(20, TimeUnit.SECONDS));
        } finally {
            BUSY.decrementAndGet();
        }
    }

    /** How much was sent. */
    @POST
    public int taken(List<String> sent) {
        return sent.size();
    }

    @POST
    @Path("/forms/{token}")
    @PermitAll
    public int taken(@PathParam("token") String token, @FormParam("answer") List<String> answers) {
        return answers.size();
    }

    @GET
    @Path("/links/{token}")
    @PermitAll
    public String byLink(@PathParam("token") String token) {
        if (!token.startsWith("good")) {
            throw Refusal.notFound("link").problem();
        }
        return "answered";
    }
}
