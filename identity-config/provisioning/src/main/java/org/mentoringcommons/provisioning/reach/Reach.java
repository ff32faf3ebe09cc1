package org.mentoringcommons.provisioning.reach;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.mentoringcommons.provisioning.platform.PlatformMembers;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;

/**
 * How far the caller can reach; the only place that decides it. Somebody may reach in two ways at once, such as a hub's
 * administrator who signed in for an institution of another hub. What is out of reach is not found.
 */
@RequestScoped
public class Reach {

    private final Caller caller;
    private final PlatformMembers platform;
    private Optional<String> hub;

    Reach(Caller caller, PlatformMembers platform) {
        this.caller = caller;
        this.platform = platform;
    }

    /** Whether the caller reaches every hub and institution. */
    public boolean isUnlimited() {
        return caller.has(Roles.PLATFORM_OPERATOR);
    }

    /** The hub whose every institution the caller reaches, by our registry: a token's word is not enough. */
    public Optional<String> hub() {
        if (hub == null) {
            hub = caller.has(Roles.HUB_ADMIN) ? platform.hubOf(caller.subject()) : Optional.empty();
        }
        return hub;
    }

    /** The organization id of the one institution the caller reaches as its administrator. */
    public Optional<String> organization() {
        return caller.has(Roles.INSTITUTION_ADMIN) ? caller.institution().map(Tenant::id) : Optional.empty();
    }

    public boolean includesHub(String key) {
        return isUnlimited() || hub().filter(key::equals).isPresent();
    }

    /**
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 if the caller does not reach this hub, as if it were not
     */
    public void requireHub(String key) {
        if (!includesHub(key)) {
            throw hubNotFound();
        }
    }

    /** What is answered for a hub that does not exist, or not for this caller. */
    public static RuntimeException hubNotFound() {
        return Refusal.notFound("hub").violation("hub", "there is no such hub").problem();
    }
}
