using Weft.Carriers;
using Weft.Carriers.Replies;

namespace Weft;

public static partial class Woven
{
    /// <summary>Stands in front of what puts a value into the answer to a request.</summary>
    /// <param name="value">The value; null where only its record is known.</param>
    /// <param name="record">The record that it is made of; none where it is made of none, or nobody knows.</param>
    /// <param name="others">Whether it may be made of records that nobody names: 0 is no, 1 only where the record is none, 2 yes.</param>
    /// <param name="site">The site.</param>
    public static void Answer<TLineage>(object? value, LoopRecord record, int others, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording) MessagesInHand.Answer()?.Add(value, record, (OtherRecords)others, site);
    }

    /// <summary>As <see cref="Answer"/>, of a value that a task gives.</summary>
    public static void AnswerOf<TLineage, T>(Task<T>? value, LoopRecord record, int others, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording) MessagesInHand.Answer()?.Add((Func<object?>)(() => value is { IsCompletedSuccessfully: true } ? value.Result : null), record, (OtherRecords)others, site);
    }

    /// <summary>Stands at the beginning of a method that requests come to, with the collection that the request's body is: its items follow from the records that were sent, each from its own where there are as many.</summary>
    /// <typeparam name="TLineage">The mode.</typeparam>
    /// <typeparam name="T">The type of the collection.</typeparam>
    /// <typeparam name="TItem">The type of its items.</typeparam>
    /// <param name="collection">The collection; null is none.</param>
    /// <param name="site">The method's site.</param>
    public static void Body<TLineage, T, TItem>(T collection, int site) where TLineage : struct, ILineage where T : class?
    {
        if (TLineage.IsRecording && collection is not null && MessagesInHand.Body(typeof(T)) is { } body) RepliedValue.Attach<TItem>(collection, body.Context, site, ExecutionUnit.Current);
    }
}
