using Weft.Segments;

namespace Weft.Tests.Capture;

/// <summary>What a test recorded, to be compared with what the recording says.</summary>
internal sealed class Expectations
{
    private readonly List<(ulong Span, SpanDefinition Definition, ParentRun[] Parents)> _all = [];

    internal int Count => _all.Count;

    internal void Derived(ulong child, int step, params ParentRun[] parents) => _all.Add((child, SpanDefinition.Derived(step, isCoarse: false), parents));

    internal void Roots(ulong first, int source, long firstIndex, int count)
    {
        for (int i = 0; i < count; i++) _all.Add((first + (ulong)i, SpanDefinition.Root(source, (ulong)(firstIndex + i), isInner: false), []));
    }

    internal void Alias(ulong alias, int step, ulong original) => _all.Add((alias, SpanDefinition.Alias(step, original), []));

    /// <summary>Asserts that no span was issued twice and that the recording defines each as expected.</summary>
    internal void AssertIn(RunRecording recording)
    {
        Assert.NotEmpty(_all);
        Assert.Equal(_all.Count, _all.Select(item => item.Span).Distinct().Count());
        Assert.Empty(recording.Damages);
        var parents = new List<ParentRun>();
        foreach ((ulong span, SpanDefinition definition, ParentRun[] expected) in _all)
        {
            parents.Clear();
            SpanDefinition found = recording.Define(span, parents);
            if (found != definition || !parents.SequenceEqual(expected))
                Assert.Fail($"span {span}: expected {definition} of [{string.Join(", ", expected)}], found {found} of [{string.Join(", ", parents)}]");
        }
    }

    internal static ParentRun First(ulong span, ulong count = 1) => new(span, count, 1, IsParallel: false);

    internal static ParentRun Second(ulong span, ulong count = 1) => new(span, count, 2, IsParallel: false);
}
