using System.Runtime.CompilerServices;

namespace Weft.Flows;

/// <summary>
/// The column of a dictionary, in the order of insertion, which is that of enumeration as long as nothing is removed. The views of its keys and
/// values are objects of their own and have attachments of their own.
/// </summary>
internal sealed class DictionaryAttachment<TKey, TValue> : ColumnAttachment where TKey : notnull
{
    private readonly int _version;

    // A value that is replaced leaves the version as it was; so the values are kept to be compared.
    private readonly ArrayAttachment<TValue>? _values;

    private DictionaryAttachment(Dictionary<TKey, TValue> dictionary, SpanColumn column, ArrayAttachment<TValue>? values) : base(column)
    {
        _version = VersionField(dictionary);
        _values = values;
    }

    internal static void Attach(Dictionary<TKey, TValue> dictionary, SpanColumn column)
    {
        var whole = new DictionaryAttachment<TKey, TValue>(dictionary, column, new ArrayAttachment<TValue>(ValuesOf(dictionary), column));
        Attachments.Set(dictionary, whole);
        Attachments.Set(dictionary.Values, whole);
        // A key stays that of its record, whatever becomes of the value.
        Attachments.Set(dictionary.Keys, new DictionaryAttachment<TKey, TValue>(dictionary, column, null));
    }

    /// <summary>Reads the private members once; see <see cref="BaseLibrary"/>.</summary>
    internal static void UseAccessors(Dictionary<TKey, TValue> dictionary)
    {
        _ = VersionField(dictionary);
        _ = OwnerField(dictionary.Keys);
        _ = OwnerField(dictionary.Values);
    }

    // A removal changes the count, and the addition that could restore it changes the version.
    internal override bool IsUnchanged(object collection) => OwnerOf(collection) is { } dictionary && VersionField(dictionary) == _version
        && dictionary.Count == Column.Count && (_values is null || _values.IsUnchanged(ValuesOf(dictionary)));

    internal override bool IsStillUnchanged(object collection) => OwnerOf(collection) is { } dictionary && VersionField(dictionary) == _version && dictionary.Count == Column.Count;

    internal override bool MayHoldOthers(object collection) => OwnerOf(collection) is not { } dictionary || VersionField(dictionary) != _version
        || (_values is not null && _values.MayHoldOthers(ValuesOf(dictionary)));

    /// <summary>How often something was added to a dictionary.</summary>
    internal static int VersionOf(Dictionary<TKey, TValue> dictionary) => VersionField(dictionary);

    /// <summary>The dictionary that a collection is, or shows the keys or values of.</summary>
    internal static Dictionary<TKey, TValue>? OwnerOf(object collection) => collection switch
    {
        Dictionary<TKey, TValue> itself => itself,
        Dictionary<TKey, TValue>.ValueCollection values => OwnerField(values),
        Dictionary<TKey, TValue>.KeyCollection keys => OwnerField(keys),
        _ => null,
    };

    private static TValue[] ValuesOf(Dictionary<TKey, TValue> dictionary)
    {
        var values = new TValue[dictionary.Count];
        dictionary.Values.CopyTo(values, 0);
        return values;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_version")]
    private static extern ref int VersionField(Dictionary<TKey, TValue> dictionary);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_dictionary")]
    private static extern ref Dictionary<TKey, TValue> OwnerField(Dictionary<TKey, TValue>.ValueCollection values);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_dictionary")]
    private static extern ref Dictionary<TKey, TValue> OwnerField(Dictionary<TKey, TValue>.KeyCollection keys);
}
