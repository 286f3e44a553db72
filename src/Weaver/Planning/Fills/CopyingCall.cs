using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;
using Weft.Fody.Mapping;
using Weft.Fody.Source;

namespace Weft.Fody.Planning.Fills;

/// <summary>A call that copies records of one collection into another: <c>Array.Copy</c>, <c>CopyTo</c> of collections and spans.</summary>
/// <param name="From">The instructions that give the collection that is read.</param>
/// <param name="To">Those that give the one that is written to; none where it is the method's own object, or what the call gives.</param>
/// <param name="Box">What the call gives, when that is written to: a struct.</param>
internal sealed record CopyingCall(IReadOnlyList<Instruction> From, IReadOnlyList<Instruction> To, TypeReference? Box = null)
{
    /// <summary>Whether the method's own object is written to: by the constructor of its base type.</summary>
    public bool IsOfThis => To.Count == 0 && Box is null;

    private static readonly HashSet<string> _names = new(StringComparer.Ordinal) { "Copy", "ConstrainedCopy", "BlockCopy", "CopyTo", "TryCopyTo", "TryPopRange", ".ctor", "ToImmutable", "MoveToImmutable", "DrainToImmutable" };

    /// <summary>The calls of a method that copy, where the method tells from what and into what.</summary>
    public static IReadOnlyDictionary<Instruction, CopyingCall> Find(MethodIl il, Func<StackFlow> flow, SequenceTypes types)
    {
        var found = new Dictionary<Instruction, CopyingCall>();
        if (GeneratedNames.IsGenerated(il.Method.DeclaringType.Name) && !il.Method.DeclaringType.IsNested) return found;
        foreach (Instruction call in il.Instructions)
        {
            if (call.OpCode.Code is not (Code.Call or Code.Callvirt) || call.Operand is not MethodReference called || !_names.Contains(called.Name) || call.Previous?.OpCode.OpCodeType == OpCodeType.Prefix || !flow().Contains(call)) continue;
            if (called.Name == ".ctor")
            {
                // base(records): a class of the program's own made of others.
                if (il.Method.IsConstructor && !il.Method.IsStatic && called.HasThis && called.Parameters.Count > 0 && called.DeclaringType.GetElementType().Scope is not ModuleDefinition && types.TakesRecords(called.DeclaringType)
                    && flow().Producers(call, 0).All(o => o.OpCode.Code == Code.Ldarg_0) && Collections(call, 1) is { Count: > 0 } made) found.Add(call, new CopyingCall(made, []));
                continue;
            }
            if (called.Name.EndsWith("ToImmutable", StringComparison.Ordinal))
            {
                if (called.HasThis && called.DeclaringType is { IsNested: true, IsValueType: false } && called.DeclaringType.Resolve() is { IsValueType: false } && new Substitution(called).Result is { IsValueType: true } array && types.TakesRecords(array)) found.Add(call, new CopyingCall(flow().Producers(call, 0), [], array));
                continue;
            }
            if (OperandsOf(called) is not { } operands) continue;
            IReadOnlyList<Instruction> from = Collections(call, operands.From), to = Collections(call, operands.To);
            if (from.Count > 0 && to.Count > 0) found.Add(call, new CopyingCall(from, to));
        }
        return found;

        IReadOnlyList<Instruction> Collections(Instruction call, int operand)
        {
            IReadOnlyList<Instruction> given = flow().Producers(call, operand);
            if (given.All(IsCollection)) return given;
            var behind = new ReferencedCollections(flow(), il, types);
            behind.Find(new Operand(call, operand));
            return [.. behind.Collections.SelectMany(collection => flow().Producers(collection.Consumer, collection.Position)).Distinct()];
        }

        bool IsCollection(Instruction given) => ValueTypes.Of(given, il) is { } type && (type is ArrayType || type.FullName == "System.Array" || (!type.IsValueType && type is not (ByReferenceType or GenericParameter) && types.TakesRecords(type))) && !SequenceTypes.IsBuffer(type);
    }

    private static (int From, int To)? OperandsOf(MethodReference called)
    {
        if (!called.HasThis && called.DeclaringType.FullName is "System.Array" or "System.Buffer") return called.Parameters.Count == 3 ? (0, 1) : called.Parameters.Count == 5 ? (0, 2) : null;
        if (!called.HasThis || called.Name is not ("CopyTo" or "TryCopyTo" or "TryPopRange")) return null;
        if (called.DeclaringType.GetElementType().Scope is ModuleDefinition) return null;
        // List<T>.CopyTo(index, array, arrayIndex, count)
        int to = called.Parameters.Count == 4 ? 2 : 1;
        return (0, to);
    }
}
