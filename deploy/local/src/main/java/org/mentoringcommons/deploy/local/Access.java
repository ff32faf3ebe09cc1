package org.mentoringcommons.deploy.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.Resource;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** Which topics there are, and who may write and read them: one writer each, and answers for analytics alone. */
enum Access {
    INSTITUTIONS("institutions", Service.IDENTITY, Set.of(Service.values())),
    WORKSHOPS("workshops", Service.CURRICULUM, Set.of(Service.SURVEY, Service.ANALYTICS, Service.IDENTITY)),
    WAVES("waves", Service.SURVEY, Set.of(Service.ANALYTICS, Service.IDENTITY)),
    RESPONSES("responses", Service.SURVEY, Set.of(Service.ANALYTICS)),
    CODINGS("codings", Service.SURVEY, Set.of(Service.ANALYTICS)),
    ITEM_CROSSWALKS("item-crosswalks", Service.SURVEY, Set.of(Service.ANALYTICS)),
    MODULE_CROSSWALKS("module-crosswalks", Service.CURRICULUM, Set.of(Service.ANALYTICS)),
    WITHDRAWN_ANSWERS("withdrawn-answers", Service.ANALYTICS, Set.of(Service.SURVEY)),
    RELEASES("releases", Service.ANALYTICS, Set.of(Service.SURVEY)),
    RESULTS("results", Service.ANALYTICS, Set.of(Service.SURVEY));

    private static final int PARTITIONS = 6;
    private static final short COPIES = 1;
    private static final String DAY_MILLIS = "86400000";
    private static final String NINETY_DAYS_MILLIS = "7776000000";

    private final String topic;
    private final Service writer;
    private final Set<Service> readers;

    Access(String topic, Service writer, Set<Service> readers) {
        this.topic = topic;
        this.writer = writer;
        this.readers = readers;
    }

    /**
     * The state topics, compacted: the last state of every key for ever, a tombstone for 90 days, so a consumer that
     * was away for less sees every erasure.
     */
    static List<NewTopic> topics() {
        List<NewTopic> topics = new ArrayList<>();
        for (Access access : values()) {
            topics.add(new NewTopic(access.topic, PARTITIONS, COPIES)
                    .configs(Map.of(
                            "cleanup.policy",
                            "compact",
                            "delete.retention.ms",
                            NINETY_DAYS_MILLIS,
                            "max.compaction.lag.ms",
                            DAY_MILLIS)));
        }
        return topics;
    }

    /** Everything that is allowed; the authorizer refuses the rest. */
    static List<AclBinding> permissions() {
        List<AclBinding> allowed = new ArrayList<>();
        for (Access access : values()) {
            allowed.add(topic(access.topic, access.writer, AclOperation.WRITE));
            access.readers.forEach(reader -> allowed.add(topic(access.topic, reader, AclOperation.READ)));
        }
        for (Service service : Service.values()) {
            allowed.add(allow(
                    new ResourcePattern(ResourceType.GROUP, service.title(), PatternType.PREFIXED),
                    service,
                    AclOperation.READ));
            allowed.add(allow(
                    new ResourcePattern(ResourceType.CLUSTER, Resource.CLUSTER_NAME, PatternType.LITERAL),
                    service,
                    AclOperation.IDEMPOTENT_WRITE));
        }
        return allowed;
    }

    private static AclBinding topic(String topic, Service who, AclOperation what) {
        return allow(new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL), who, what);
    }

    private static AclBinding allow(ResourcePattern on, Service who, AclOperation what) {
        return new AclBinding(on, new AccessControlEntry("User:" + who.title(), "*", what, AclPermissionType.ALLOW));
    }
}
