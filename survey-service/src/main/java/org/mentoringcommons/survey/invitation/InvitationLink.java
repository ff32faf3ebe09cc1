package org.mentoringcommons.survey.invitation;

import java.util.UUID;
import org.mentoringcommons.tenancy.Tenant;

/** What a genuine link says: its authenticity has been checked, the invitation's existence has not. */
public record InvitationLink(Tenant institution, UUID invitation) {}
