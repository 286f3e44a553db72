namespace Weft.Analyzers.Sinks;

/// <summary>What a method does with what it is given, as far as it matters who runs it.</summary>
internal enum SinkKind
{
    /// <summary>Nothing that matters.</summary>
    None,

    /// <summary>Runs a delegate at once with its caller.</summary>
    Concurrent,

    /// <summary>Keeps a delegate and runs it later.</summary>
    Deferred,

    /// <summary>Runs a delegate later or at once, without the caller's execution context.</summary>
    Unflowed,

    /// <summary>Hands an item to another executor of the process.</summary>
    HandOver,

    /// <summary>Keeps an item, under a key or in no order, where others find it, or who put it there: what is collected rather than sent.</summary>
    Table,

    /// <summary>Sends an item to another process.</summary>
    Broker,

    /// <summary>Lets others go on.</summary>
    Signal,
}
