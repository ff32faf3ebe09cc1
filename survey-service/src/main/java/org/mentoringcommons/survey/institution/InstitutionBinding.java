package org.mentoringcommons.survey.institution;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantBinding;

/** Lets an address name the institution where nobody is signed in; what it admits to proves itself otherwise. */
@ApplicationScoped
public class InstitutionBinding {

    private final DataSource database;
    private final TenantBinding binding;

    InstitutionBinding(DataSource database, TenantBinding binding) {
        this.database = database;
        this.binding = binding;
    }

    /**
     * Binds the current request; before any transaction.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 {@code institution-not-found} if there is none of that
     *     alias, or the caller is signed in for another one
     */
    public void bind(String alias) {
        Tenant institution =
                byAlias(alias).orElseThrow(() -> Refusal.notFound("institution").problem());
        if (binding.tenant().filter(other -> !other.equals(institution)).isPresent()) {
            throw Refusal.notFound("institution").problem();
        }
        binding.bind(institution);
    }

    private Optional<Tenant> byAlias(String alias) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select id from institution where alias = ?")) {
            select.setString(1, alias);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new Tenant(row.getString(1))) : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("an institution could not be looked up", failure);
        }
    }
}
