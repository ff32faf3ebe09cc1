package org.mentoringcommons.tenancy.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccountsTest {

    @Test
    void the_addresses_of_one_ipv6_host_are_one_account_and_of_two_hosts_two() {
        assertThat(Accounts.network("2001:db8:1:2:3:4:5:6")).isEqualTo(Accounts.network("2001:db8:1:2::9"));
        assertThat(Accounts.network("2001:db8:1:2::9")).isNotEqualTo(Accounts.network("2001:db8:1:3::9"));
        assertThat(Accounts.network("192.0.2.1")).isNotEqualTo(Accounts.network("192.0.2.2"));
    }
}
