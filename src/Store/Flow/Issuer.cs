namespace Weft.Store.Flow;

/// <summary>What issues spans, or takes them.</summary>
internal enum IssuerKind : byte
{
    /// <summary>A source of roots.</summary>
    Source,

    /// <summary>A step that takes untraced inner sequences: their records.</summary>
    Inner,

    /// <summary>A step that derives.</summary>
    Derived,

    /// <summary>A step behind which spans stand for others.</summary>
    Alias,

    /// <summary>An output; takes only.</summary>
    Output,
}

/// <summary>What issues spans: a source or a step.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Number">The number of the source or step.</param>
internal readonly record struct Issuer(IssuerKind Kind, int Number);

/// <summary>What takes spans: an input of a step, or an output.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Number">The number of the step, or the position of the output in the catalogue.</param>
/// <param name="Step">The step by which the spans come there; 0 when they come from where they were issued.</param>
internal readonly record struct Taker(IssuerKind Kind, int Number, int Step);
