package dev.trailwise.setup.check;

/**
 * A change that mends a finding, in each form.
 *
 * @param cli commands of the AWS CLI
 * @param terraform attributes and blocks of a Terraform resource
 * @param cloudFormation properties of a CloudFormation resource, in YAML
 */
record Change(String cli, String terraform, String cloudFormation) {}
