using System.Diagnostics.CodeAnalysis;

namespace Weft.Flows;

/// <summary>Where the records of a flow go; a struct, so that each loop is compiled for it.</summary>
/// <typeparam name="T">A record.</typeparam>
/// <typeparam name="TCursor">What takes the records one at a time: so small that a loop keeps all of it in registers.</typeparam>
internal interface ISink<T, TCursor> where TCursor : struct, ICursor<T>, allows ref struct
{
    /// <summary>Takes records, as many as were made room for.</summary>
    [UnscopedRef]
    ref TCursor Cursor { get; }

    /// <summary>Makes room for <paramref name="count"/> records.</summary>
    void Reserve(int count);
}

/// <summary>Takes records one at a time.</summary>
internal interface ICursor<in T>
{
    /// <summary>Takes the next record, for which there is room.</summary>
    void Add(T record);
}
