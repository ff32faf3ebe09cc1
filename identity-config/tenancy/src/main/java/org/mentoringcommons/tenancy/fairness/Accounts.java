package org.mentoringcommons.tenancy.fairness;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;

/** On whose accounts a request goes, and what these have left. */
@ApplicationScoped
class Accounts {

    private final Caller caller;
    private final Instance<PublicLinks> links;
    private final Buckets portals;
    private final Buckets institutions;
    private final Buckets people;
    private final Buckets addresses;
    private final Buckets guesses;

    Accounts(Caller caller, Instance<PublicLinks> links, Limits limits) {
        this.caller = caller;
        this.links = links;
        portals = buckets("portal", limits.portalQuota(), limits);
        institutions = buckets("institution", limits.institutionQuota(), limits);
        people = buckets("person", limits.personQuota(), limits);
        addresses = buckets("address", limits.addressQuota(), limits);
        guesses = buckets("guess", limits.guessQuota(), limits);
    }

    private static Buckets buckets(String name, long quota, Limits limits) {
        return new Buckets(
                new Quota(name, quota, limits.window()).among(limits.instances()), limits.accounts(), System::nanoTime);
    }

    /**
     * A request charged.
     *
     * @param answers of each quota it is counted on
     * @param lane in which it takes its turn; null if in none
     */
    record Charge(List<Bucket.Answer> answers, Lanes.Place lane) {

        /** The quotas that are used up. */
        List<Bucket.Answer> exceeded() {
            return answers.stream().filter(answer -> !answer.isGranted()).toList();
        }
    }

    Charge charge(UriInfo uri, HttpServerRequest request) {
        List<Bucket.Answer> answers = new ArrayList<>(2);
        if (!caller.isSignedIn()) {
            return new Charge(answers, byLink(uri, request, answers));
        }
        Optional<Tenant> institution = caller.institution();
        if (institution.isEmpty()) {
            answers.add(people.take(caller.subject()));
            return new Charge(answers, Lanes.Place.of("person " + caller.subject()));
        }
        if (caller.has(Roles.PORTAL)) {
            answers.add(portals.take(caller.client().orElse(caller.subject())));
        }
        answers.add(institutions.take(institution.get().id()));
        return new Charge(answers, Lanes.Place.of(institution.get().id()));
    }

    /** A refusal as a page, for people who came by a link and have a browser. */
    Optional<Response> page(HttpHeaders request, HttpProblem refused) {
        return caller.isSignedIn() || !links.isResolvable()
                ? Optional.empty()
                : links.get().page(request, refused);
    }

    private Lanes.Place byLink(UriInfo uri, HttpServerRequest request, List<Bucket.Answer> answers) {
        PublicLinks.Link link = links.isResolvable() ? links.get().of(uri).orElse(null) : null;
        if (link == null) {
            return null;
        }
        String address = network(request.remoteAddress().hostAddress());
        answers.add((link.lane().isPresent() ? addresses : guesses).take(address));
        // apart from the institution's people and portals: they cannot keep its participants out
        return link.lane()
                .filter(party -> !link.lasts())
                .map(party -> new Lanes.Place(party, "links"))
                .orElse(null);
    }

    /** Whom an address stands for: an IPv6 host has a whole /64 to itself. */
    static String network(String address) {
        if (address == null || address.indexOf(':') < 0) {
            return String.valueOf(address);
        }
        try {
            byte[] bytes = java.net.InetAddress.getByName(address).getAddress();
            return java.util.HexFormat.of().formatHex(bytes, 0, bytes.length / 2);
        } catch (java.net.UnknownHostException noLiteral) {
            return address;
        }
    }
}
