using Weft.Capture;

namespace Weft.Flows.Parallel;

/// <summary>The operators that hold records with equal values to be one.</summary>
internal static class ParallelSets
{
    /// <summary>The result of such an operator over one query.</summary>
    /// <param name="query">What PLINQ's operator has given for the program's own query.</param>
    /// <param name="source">The program's own query.</param>
    /// <param name="comparer">The program's comparer.</param>
    /// <param name="operation">PLINQ's operator, or the part of it that decides which values stay.</param>
    /// <param name="site">The call's site.</param>
    internal static ParallelQuery<T> Of<T>(ParallelQuery<T> query, ParallelQuery<T> source, IEqualityComparer<T>? comparer, ISetOperation<T> operation, int site)
        => ParallelFlows.With(query, new ParallelSetFlow<T>(source.AsFlow(site), comparer, operation, site, WitnessSetting.KeepsAll));

    /// <summary>The result of Union.</summary>
    internal static ParallelQuery<T> Union<T>(ParallelQuery<T> query, ParallelQuery<T> first, ParallelQuery<T> second, IEqualityComparer<T>? comparer, int site)
    {
        ParallelFlow<T> one = first.AsFlow(site);
        ParallelFlow<T> other = second.AsFlow(site, argument: 1);
        return ParallelFlows.With<ParallelQuery<T>>(query, WitnessSetting.KeepsAll
            ? new ParallelSetFlow<T>(new ParallelBranchesFlow<T, int>(one, other, 0, static (one, other, _) => one.Concat(other), site), comparer, new DistinctOperation<T>(), site, keepsAll: true)
            : new ParallelBranchesFlow<T, ByValue<T>>(one, other, new ByValue<T>(comparer), static (one, other, values) => one.Union(other, values), site));
    }

    /// <summary>The result of Intersect.</summary>
    internal static ParallelQuery<T> Intersect<T>(ParallelQuery<T> query, ParallelQuery<T> first, ParallelQuery<T> second, IEqualityComparer<T>? comparer, int site)
        => ParallelFlows.With(query, new ParallelIntersectFlow<T>(first.AsFlow(site), second.AsFlow(site, argument: 1), comparer, site, WitnessSetting.KeepsAll));
}

/// <summary>Which of several distinct values stay.</summary>
internal interface ISetOperation<T>
{
    /// <summary>The first record of each value that stays.</summary>
    ParallelQuery<Chosen<T>> First(ParallelQuery<Chosen<T>> records, IEqualityComparer<T>? comparer);

    /// <summary>The values that stay, each with all of its records; <paramref name="values"/> has each value once.</summary>
    ParallelQuery<Witnessed<T>> Left(ParallelQuery<Witnessed<T>> values, IEqualityComparer<T>? comparer);
}

/// <summary>Distinct.</summary>
internal sealed class DistinctOperation<T> : ISetOperation<T>
{
    public ParallelQuery<Chosen<T>> First(ParallelQuery<Chosen<T>> records, IEqualityComparer<T>? comparer) => records.Distinct(new ByValue<T>(comparer));

    public ParallelQuery<Witnessed<T>> Left(ParallelQuery<Witnessed<T>> values, IEqualityComparer<T>? comparer) => values;
}

/// <summary>Except; the second query only decides.</summary>
internal sealed class ExceptOperation<T>(ParallelQuery<T> second) : ISetOperation<T>
{
    public ParallelQuery<Chosen<T>> First(ParallelQuery<Chosen<T>> records, IEqualityComparer<T>? comparer)
        => records.Except(second.Select(static value => new Chosen<T>(value, 0)), new ByValue<T>(comparer));

    public ParallelQuery<Witnessed<T>> Left(ParallelQuery<Witnessed<T>> values, IEqualityComparer<T>? comparer)
        => values.Except(second.Select(static value => new Witnessed<T>(value, [])), new ByWitnessedValue<T>(comparer));
}

/// <summary>A value with every record that has it.</summary>
internal readonly record struct Witnessed<T>(T Value, IEnumerable<Chosen<T>> Records)
{
    /// <summary>The values of <paramref name="records"/>, each as its first record has it.</summary>
    internal static ParallelQuery<Witnessed<T>> Of(ParallelQuery<Chosen<T>> records, IEqualityComparer<T>? comparer)
        => records.GroupBy(static record => record.Value, comparer).Select(static group => new Witnessed<T>(group.First().Value, group));
}

/// <summary>Compares values, as the program's comparer does.</summary>
internal sealed class ByWitnessedValue<T>(IEqualityComparer<T>? comparer) : IEqualityComparer<Witnessed<T>>
{
    private readonly IEqualityComparer<T> _values = comparer ?? EqualityComparer<T>.Default;

    public bool Equals(Witnessed<T> x, Witnessed<T> y) => _values.Equals(x.Value, y.Value);

    public int GetHashCode(Witnessed<T> value) => _values.GetHashCode(value.Value!); // as ByValue
}

/// <summary>Distinct, Except and Union: a record of each value passes, or a result follows from all of them.</summary>
internal sealed class ParallelSetFlow<T>(ParallelFlow<T> source, IEqualityComparer<T>? comparer, ISetOperation<T> operation, int site, bool keepsAll) : ParallelFlow<T>
{
    internal override bool HandsOutGroups => source.HandsOutGroups;

    internal override ParallelQuery<Chosen<T>> Open(out Way way)
    {
        ParallelQuery<Chosen<T>> records = source.Open(out Way sourceWay);
        way = keepsAll ? Way.Issued : new PassedWay(site, sourceWay);
        return keepsAll ? operation.Left(Witnessed<T>.Of(records, comparer), comparer).Select(value => Derive(value, sourceWay)) : operation.First(records, comparer);
    }

    private Chosen<T> Derive(Witnessed<T> value, Way sourceWay)
    {
        int step = Steps.Intern(site, sourceWay.Step);
        return new(value.Value, ThreadBuffer.For(step).DeriveFanIn(step, ParallelMembers<T>.ColumnOf(value.Records, step)));
    }
}

/// <summary>Intersect: a result needs its value in both queries, and so follows from a record of each, or from all of both.</summary>
// PLINQ's own Intersect does not tell which record of the second query it has found. A join of the values gives the same results in the same order, if each
// is as its first record has it: that is the first of a group, while Distinct gives the place of the first with any record's value.
internal sealed class ParallelIntersectFlow<T>(ParallelFlow<T> first, ParallelFlow<T> second, IEqualityComparer<T>? comparer, int site, bool keepsAll) : ParallelFlow<T>
{
    internal override bool HandsOutGroups => first.HandsOutGroups || second.HandsOutGroups;

    internal override ParallelQuery<Chosen<T>> Open(out Way way)
    {
        ParallelQuery<Chosen<T>> firstRecords = first.Open(out Way firstWay);
        ParallelQuery<Chosen<T>> secondRecords = second.Open(out Way secondWay);
        way = Way.Issued;
        var derivation = new PairDerivation(site, firstWay, secondWay);
        if (keepsAll)
        {
            return Witnessed<T>.Of(firstRecords, comparer).Join(
                Witnessed<T>.Of(secondRecords, comparer), static value => value, static value => value, (value, match) => Derive(value, match, derivation), new ByWitnessedValue<T>(comparer));
        }
        var values = new ByValue<T>(comparer);
        return firstRecords.GroupBy(static record => record.Value, comparer).Select(static group => group.First()).Join(
            secondRecords.Distinct(values), static record => record, static record => record, (record, match) => derivation.Derive(record.Value, record.Span, match.Span), values);
    }

    private static Chosen<T> Derive(Witnessed<T> value, Witnessed<T> match, PairDerivation derivation)
    {
        int step = derivation.Step;
        return new(value.Value, ThreadBuffer.For(step).DeriveFanIn(step, ParallelMembers<T>.ColumnOf(value.Records.Concat(match.Records), step)));
    }
}
