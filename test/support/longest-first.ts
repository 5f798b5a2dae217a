import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The slowest kinds first, so that short files fill every worker to the end. */
const ORDER = ["long", "scenario", "integration", "contract", "fast"];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ project }: TestSpecification) => ORDER.indexOf(project.name);
    // Within a kind as usual: what took long the last time, or else large files.
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}
