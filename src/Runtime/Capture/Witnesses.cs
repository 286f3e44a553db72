namespace Weft.Capture;

/// <summary>Which of several records that an operator holds to be the same its result follows from.</summary>
internal enum Witnesses
{
    /// <summary>The first one, whose span passes.</summary>
    First,

    /// <summary>Every one that was read: the result gets a span of its own.</summary>
    All,
}
