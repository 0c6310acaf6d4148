package in.suchna.localaws.template;

import java.util.List;

/**
 * An IAM role of the template.
 *
 * @param name its physical name
 * @param arn its ARN
 * @param statements what its policies say, and what the policies of keys say of everybody
 */
public record Role(String name, String arn, List<Statement> statements) {
    public Role {
        statements = List.copyOf(statements);
    }

    /** Whether it may: some statement allows it and none denies it. */
    public boolean allows(String action, String resource) {
        List<Statement> concerned = statements.stream()
                .filter(statement -> statement.concerns(arn, action, resource))
                .toList();
        return !concerned.isEmpty() && concerned.stream().allMatch(Statement::allows);
    }
}
