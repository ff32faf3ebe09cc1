package org.mentoringcommons.deploy.local.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mentoringcommons.deploy.local.Demonstrated;
import org.mentoringcommons.deploy.local.Demonstration;
import org.mentoringcommons.deploy.local.LaunchFailure;
import org.mentoringcommons.deploy.local.Progress;
import org.mentoringcommons.deploy.local.RunningStack;
import org.mentoringcommons.deploy.local.Service;

/** The main job, done as its users would do it: from provisioning to the report beside the published numbers. */
public final class RecreatedEvaluation implements Demonstration {

    @Override
    public Demonstrated run(RunningStack stack, Progress progress) {
        Evaluation evaluation = Evaluation.read(stack.evaluation());
        Callers callers = new Callers(stack);
        Study study = new Study(callers, evaluation);
        if (stack.earlier().isPresent()) {
            Demonstrated made = stack.earlier().get();
            // whatever happened to the data since, it is shown as it is
            progress.show(Margins.table(Margins.compare(evaluation.published(), study.report(firstOf(made)))));
            return onThisStart(made, stack);
        }
        requireUntouched(callers, stack);
        List<Site> sites = new ArrayList<>();
        Demonstrated made = feed(evaluation, stack, callers, study, sites, progress);
        JsonNode report = caughtUp(study, sites.get(0), evaluation);
        progress.say("analytics has caught up");
        progress.show(Margins.table(Margins.compare(evaluation.published(), report)));
        Optional<String> release = new Publishing(callers, sites.get(0)).publish();
        progress.say(release.map(address -> "a release of it is frozen")
                .orElse("no release of it: what would be published tells too much"));
        return made.withRelease(release.orElse(null));
    }

    private static Demonstrated onThisStart(Demonstrated made, RunningStack stack) {
        String path = URI.create(made.openInvitation()).getPath();
        return made.withOpenInvitation(stack.url(Service.SURVEY).resolve(path).toString());
    }

    private static Demonstrated feed(
            Evaluation evaluation,
            RunningStack stack,
            Callers callers,
            Study study,
            List<Site> sites,
            Progress progress) {
        Founding founding = new Founding(stack, callers);
        sites.addAll(founding.found(evaluation.sites()));
        founding.participant(sites.get(0));
        progress.say(sites.size() + " institutions provisioned");

        Questionnaire questionnaire = new Questionnaire(evaluation);
        Teaching teaching = new Teaching(callers);
        Surveying surveying = new Surveying(callers);
        teaching.publishCurricula();
        surveying.publish(questionnaire, evaluation);
        study.declare(founding.coders());
        Hands.atOnce(sites, site -> {
            surveying.approveProtocol(site, founding.coders());
            study.join(site);
            study.name(site);
            return site;
        });
        progress.say("curricula, instrument, codebooks and protocols published; all have joined the study");

        Map<String, Site> siteOf = new LinkedHashMap<>();
        sites.forEach(site -> siteOf.put(site.name(), site));
        List<Teaching.Delivered> delivered = Hands.atOnce(
                evaluation.workshops(),
                workshop -> teaching.deliver(
                        siteOf.get(workshop.site()),
                        workshop,
                        evaluation.peopleOf(workshop).size()));
        progress.say(delivered.size() + " workshops delivered");

        List<Integer> answers = Hands.atOnce(List.copyOf(evaluation.workshops()), workshop -> {
            List<Evaluation.Person> people = evaluation.peopleOf(workshop);
            return people.isEmpty()
                    ? 0
                    : surveying.answerAll(
                            delivered.get(evaluation.workshops().indexOf(workshop)), people, questionnaire);
        });
        progress.say(answers.stream().mapToInt(Integer::intValue).sum() + " people have answered");

        Coding coding = new Coding(callers, founding.coders(), evaluation);
        List<Integer> coded = Hands.atOnce(sites, coding::code);
        progress.say(coded.stream().mapToInt(Integer::intValue).sum() + " free texts coded by two people each");

        Teaching.Delivered open = teaching.another(sites.get(0));
        String link = surveying
                .invitations(open)
                .get(open.participants().get(0))
                .get("link")
                .asText();
        return demonstrated(sites, link);
    }

    /** A feed that was interrupted cannot be told from somebody's own data, so neither is touched. */
    private static void requireUntouched(Callers callers, RunningStack stack) {
        if (!callers.operator(Service.IDENTITY).get("/identity/v1/hubs").isEmpty()) {
            throw new LaunchFailure(
                    "An earlier demonstration was interrupted, or there are data of your own. Use --empty"
                            + " to work with what is there, or another --data folder; or, if nothing in it is worth keeping,"
                            + " delete " + stack.data() + ".");
        }
    }

    private static JsonNode caughtUp(Study study, Site site, Evaluation evaluation) {
        List<Evaluation.Person> people = evaluation.workshops().stream()
                .flatMap(workshop -> evaluation.peopleOf(workshop).stream())
                .toList();
        long responded = people.stream().filter(Evaluation.Person::responded).count();
        return Patience.until("analytics to catch up", () -> {
            JsonNode document = study.report(site);
            Report report = new Report(document);
            boolean complete = report.value("workshops", "responded", "count")
                            .filter(given -> given.longValue() == responded)
                            .isPresent()
                    && evaluation.codes().entrySet().stream()
                            .allMatch(codes -> report.n(codes.getKey().section())
                                    .equals(BigDecimal.valueOf(codes.getValue().size())));
            return complete ? Optional.of(document) : Optional.empty();
        });
    }

    private static Demonstrated demonstrated(List<Site> sites, String link) {
        Site first = sites.get(0);
        Map<String, Demonstrated.Person> users = new LinkedHashMap<>();
        users.put("hub-admin", new Demonstrated.Person(Founding.hubAdmin(1), null));
        users.put("institution-admin", new Demonstrated.Person(first.admin(), first.alias()));
        users.put("facilitator", new Demonstrated.Person(first.facilitator(), first.alias()));
        users.put("evaluator", new Demonstrated.Person(Founding.FIRST_CODER, first.alias()));
        users.put("analyst", new Demonstrated.Person(Founding.ANALYST, null));
        users.put("participant", new Demonstrated.Person(Founding.PARTICIPANT, first.alias()));
        Map<String, Demonstrated.Portal> portals = new LinkedHashMap<>();
        Map<String, Demonstrated.Institution> institutions = new LinkedHashMap<>();
        for (Site site : sites) {
            portals.put("portal-" + site.alias(), new Demonstrated.Portal(site.portal(), site.alias()));
            institutions.put(site.alias(), new Demonstrated.Institution(site.id(), site.name()));
        }
        return new Demonstrated(users, portals, institutions, Study.KEY, link, null);
    }

    private static Site firstOf(Demonstrated made) {
        String alias = made.users().get("evaluator").institution();
        Demonstrated.Institution institution = made.institutions().get(alias);
        String portal = made.portals().get("portal-" + alias).clientId();
        return new Site(institution.name(), alias, institution.id(), portal);
    }
}
