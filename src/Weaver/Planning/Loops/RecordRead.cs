using Mono.Cecil;

namespace Weft.Fody.Planning.Loops;

/// <summary>A place where a method reads one record by itself, and leaves it where it is.</summary>
internal abstract record RecordRead(string Name);

/// <summary>An item of an array or a list, by its index.</summary>
/// <param name="IsChanged">Whether the method changes items of such an array, which does not tell it.</param>
internal sealed record ItemRead(bool IsChanged) : RecordRead("this[]");

/// <summary>The current record of an enumerator.</summary>
/// <param name="Kind">What kind of enumerator.</param>
/// <param name="Record">The type of the records.</param>
/// <param name="Place">Where the enumerator is; null where that is not known.</param>
internal sealed record CurrentRead(EnumeratorKind Kind, TypeReference Record, EnumeratorPlace? Place) : RecordRead("Current");

/// <summary>A captured variable, in a lambda or local function.</summary>
/// <param name="Variable">Its field.</param>
internal sealed record CapturedRead(FieldReference Variable) : RecordRead(Variable.Name);

/// <summary>What an operator has made of records.</summary>
/// <param name="Operator">What a person calls the operator.</param>
internal sealed record ScalarRead(string Operator) : ResultRead(Operator);

/// <summary>The result of a call that says which records it is made of; besides, it may be made of the arguments.</summary>
internal abstract record ResultRead(string Name) : RecordRead(Name);

/// <summary>The result of a method that says which records it is made of.</summary>
/// <param name="Method">What a person calls the method.</param>
/// <param name="Number">The number by which the call knows that the records are for it.</param>
internal sealed record ReturnedRead(string Method, int Number) : ResultRead(Method);
