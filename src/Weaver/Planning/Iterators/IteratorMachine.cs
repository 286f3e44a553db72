using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Source;

namespace Weft.Fody.Planning.Iterators;

/// <summary>What the compiler made of a method with <c>yield</c>: a class that is its own enumerator, with the current record in a field.</summary>
internal sealed class IteratorMachine
{
    // As C# compilers have named it ever since.
    private const string CurrentField = "<>2__current";
    private const string StateField = "<>1__state";

    private IteratorMachine(MethodDefinition moveNext) => MoveNext = moveNext;

    public MethodDefinition MoveNext { get; }

    public TypeDefinition Type => MoveNext.DeclaringType;

    /// <summary>The machine whose <c>MoveNext</c> a method is; null for any other method.</summary>
    public static IteratorMachine? Of(MethodDefinition method, MethodNames methods) =>
        method is { Name: "MoveNext", HasParameters: false, DeclaringType.IsClass: true }
        && GeneratedNames.IsGenerated(method.DeclaringType.Name)
        && method.DeclaringType.Fields.Any(field => field.Name == CurrentField)
        && StateMachine.IsIterator(methods.SourceMethod(method))
            ? new IteratorMachine(method)
            : null;

    /// <summary>Whether a field is the one that the current record is stored to.</summary>
    public bool IsCurrent(FieldReference field) => field.Name == CurrentField && IsOwn(field);

    /// <summary>
    /// Whether a store of the current record is a yield. One that ends the enumeration forgets the record; behind a yield stands the state to go on from.
    /// </summary>
    public bool IsYield(Instruction store)
    {
        for (Instruction? next = store.Next; next?.OpCode.FlowControl == FlowControl.Next; next = next.Next)
        {
            if (next is { OpCode.Code: Code.Stfld, Operand: FieldReference field }) return field.Name == StateField && IsOwn(field);
        }
        return false;
    }

    /// <summary>Whether a field is one of the machine's.</summary>
    public bool IsOwn(FieldReference field) => field.DeclaringType.GetElementType().FullName == Type.FullName;
}
