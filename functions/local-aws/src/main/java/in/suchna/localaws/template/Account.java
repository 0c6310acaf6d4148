package in.suchna.localaws.template;

import java.util.Map;

/** The account, region and stack that the template's names are made of on this machine. */
public final class Account {

    /** The account's number. */
    public static final String ID = "000000000000";

    /** The region. */
    public static final String REGION = "ap-south-1";

    /** The stack's name, with which physical names begin. */
    public static final String STACK = "suchna";

    /** What {@code AWS::…} stands for. */
    static final Map<String, String> PSEUDO_PARAMETERS = Map.of(
            "AWS::AccountId",
            ID,
            "AWS::Region",
            REGION,
            "AWS::StackName",
            STACK,
            "AWS::Partition",
            "aws",
            "AWS::URLSuffix",
            "amazonaws.com",
            "AWS::NoValue",
            "");

    private Account() {}

    /** The ARN of something of this account and region, such as {@code arn("dynamodb", "table/suchna-Tips")}. */
    public static String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + REGION + ":" + ID + ":" + resource;
    }

    /** The ARN of a table by its physical name. */
    public static String tableArn(String physicalName) {
        return arn("dynamodb", "table/" + physicalName);
    }

    /** The URL of a queue by its name. */
    public static String queueUrl(String name) {
        return "https://sqs." + REGION + ".amazonaws.com/" + ID + "/" + name;
    }
}
