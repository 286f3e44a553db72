using Weft.Suites.Running;

namespace Weft.Suites.Comparison;

/// <summary>One test that ended otherwise.</summary>
internal sealed record Difference(TestName Test, string Before, string After, string? Message);

/// <summary>What differs between two runs of a suite.</summary>
/// <param name="Tests">The tests that ended otherwise.</param>
/// <param name="Renamed">How many cases of theories have another display name, while their method has as many cases with the same outcomes.</param>
internal sealed record Differences(IReadOnlyList<Difference> Tests, int Renamed)
{
    public static Differences Between(TestResults before, TestResults after)
    {
        Difference[] all = [.. before.Tests.Union(after.Tests)
            .Select(test => new Difference(test, before.Of(test), after.Of(test), after.MessageOf(test)))
            .Where(difference => difference.Before != difference.After)];

        // A theory's display name prints its arguments, some by an address, a random number or the name of a type.
        ILookup<string, Difference> byMethod = all.ToLookup(difference => difference.Test.Method);
        Difference[] otherwise = [.. byMethod.Where(cases => !IsRenamed(cases)).SelectMany(cases => cases)];
        return new Differences(otherwise, (all.Length - otherwise.Length) / 2);
    }

    private static bool IsRenamed(IEnumerable<Difference> cases) =>
        cases.All(c => c.Before == TestResults.DidNotRun || c.After == TestResults.DidNotRun)
        && Outcomes(cases.Select(c => c.Before)).SequenceEqual(Outcomes(cases.Select(c => c.After)));

    // Of cases that ran; those that print alike have their outcomes in one.
    private static IEnumerable<string> Outcomes(IEnumerable<string> ofNames)
        => ofNames.Where(outcomes => outcomes != TestResults.DidNotRun).SelectMany(outcomes => outcomes.Split(TestResults.Separator)).Order(StringComparer.Ordinal);
}
