namespace Weft.Tests.Operators.Oracle;

/// <summary>Which operators random programs are made of, and which inputs they get.</summary>
/// <param name="Unary">The numbers of the operators of one sequence.</param>
/// <param name="Binary">The numbers of those of two.</param>
internal sealed record OperatorChoice(IReadOnlySet<int> Unary, IReadOnlySet<int> Binary)
{
    /// <summary>The numbers of those of one sequence that come last, behind the others; none when there are none.</summary>
    internal IReadOnlySet<int> Last { get; init; } = new HashSet<int>();

    /// <summary>Whether a program gets an input.</summary>
    internal Func<long, bool> Keeps { get; init; } = _ => true;

    /// <summary>Whether the program was made before, with all inputs.</summary>
    internal bool IsReplay { get; init; }

    /// <summary>Where the program had to be cut because its sequences grew too long.</summary>
    internal List<bool> WasLong { get; init; } = [];

    /// <summary>The same program for fewer inputs.</summary>
    internal OperatorChoice Again(Func<long, bool> keeps) => this with { Keeps = keeps, IsReplay = true };
}
