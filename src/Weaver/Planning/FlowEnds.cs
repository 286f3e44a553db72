using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Contract;
using Weft.Fody.Il;
using Weft.Fody.Mapping;
using Weft.Fody.Planning.Iterators;
using Weft.Fody.Source;

namespace Weft.Fody.Planning;

/// <summary>
/// Finds the calls that take records and give records in a way that Weft does not follow. Records come by the receiver or an argument.
/// Decided on the signature as declared: a method that returns a type parameter hands out a record, not a flow, whatever the parameter stands for.
/// </summary>
internal sealed class FlowEnds(ModuleDefinition module, WovenRuntime runtime, SequenceTypes types, FollowedIterators iterators)
{
    // What the compiler makes in each assembly for a collection expression that is to be an interface.
    private const string CollectionExpression = "<>z__ReadOnly";
    private const string CollectionExpressionReason = "the collection expression is not woven";

    private readonly Dictionary<AssemblyDefinition, bool> _woven = [];

    public IReadOnlyDictionary<Instruction, EndingCall> Find(MethodIl il, IReadOnlyDictionary<Instruction, MappedOperator> operators)
    {
        var found = new Dictionary<Instruction, EndingCall>();
        foreach (Instruction instruction in il.Instructions)
        {
            if (instruction.OpCode.Code is not (Code.Call or Code.Callvirt or Code.Newobj) || operators.ContainsKey(instruction)) continue;
            if (Find((MethodReference)instruction.Operand, instruction) is { } end) found.Add(instruction, end);
        }
        foreach (Instruction spread in Spreads.Find(il))
            found.Add(spread, new EndingCall(Spreads.TypeOf(spread), ResultShape.Direct, [], recordOperand: 0, isOnlyOne: false, CollectionExpressionReason));
        return found;
    }

    private EndingCall? Find(MethodReference called, Instruction call)
    {
        bool isConstructor = call.OpCode.Code == Code.Newobj;
        TypeReference declared = isConstructor ? called.DeclaringType : called.GetElementMethod().ReturnType;
        if (ShapeOf(declared) is not { } shape || IsLiteral(called, call)) return null;

        bool isLinq = called.DeclaringType is { Name: "Enumerable" or "ParallelEnumerable", Namespace: "System.Linq" };
        var signature = new Substitution(called);
        IList<TypeReference> operands = signature.Operands;
        List<int> records = RecordOperands(called, operands, isLinq);
        if (records.Count == 0 || IsOwnPart(called) || IsBuilder(signature.Result, operands[0])) return null;

        string? reason = isLinq ? LinqReason(called) : ForeignReason(called);
        if (reason is null) return null;
        TypeReference result = shape == ResultShape.Direct ? signature.Result : ((GenericInstanceType)signature.Result).GenericArguments[0];
        bool isOnlyOne = records.Count == 1 && IsObject(operands[records[0]]) && call.Previous?.OpCode.OpCodeType != OpCodeType.Prefix;
        return new EndingCall(result, shape, operands, records[0], isOnlyOne, reason);
    }

    // An array of literals goes straight from its last element to the object around it; one with spreads was filled in a local.
    private static bool IsLiteral(MethodReference called, Instruction call) =>
        IsSpanOfValues(call.Previous) || called.DeclaringType.Name.StartsWith(CollectionExpression, StringComparison.Ordinal)
        && called.DeclaringType.Name != CollectionExpression + "List`1"
        && call.Previous?.OpCode.Code is not (Code.Ldloc or Code.Ldloc_S or Code.Ldloc_0 or Code.Ldloc_1 or Code.Ldloc_2 or Code.Ldloc_3);

    // What a collection expression without spreads hands to a builder: of one value, of an inline array, of constants.
    private static bool IsSpanOfValues(Instruction? given) => given?.Operand is MethodReference made
        && ((made is { Name: ".ctor", DeclaringType: { Namespace: "System", Name: "ReadOnlySpan`1" }, Parameters.Count: 1 } && made.Parameters[0].ParameterType is ByReferenceType)
            || (made.Name == "InlineArrayAsReadOnlySpan" && GeneratedNames.IsGenerated(made.DeclaringType.Name)) || made is { Name: "CreateSpan", DeclaringType.Name: "RuntimeHelpers" });

    private ResultShape? ShapeOf(TypeReference declared)
    {
        if (declared is GenericInstanceType { GenericArguments.Count: 1 } task && task.ElementType.Namespace == "System.Threading.Tasks")
        {
            if (!types.GivesRecords(task.GenericArguments[0])) return null;
            return task.ElementType.Name switch { "Task`1" => ResultShape.Task, "ValueTask`1" => ResultShape.ValueTask, _ => null };
        }
        return types.GivesRecords(declared) ? ResultShape.Direct : null;
    }

    private List<int> RecordOperands(MethodReference called, IList<TypeReference> operands, bool isLinq)
    {
        List<TypeReference> declared = called.GetElementMethod().Parameters.Select(p => p.ParameterType).ToList();
        if (declared.Count < operands.Count) declared.Insert(0, called.DeclaringType);
        return Enumerable.Range(0, operands.Count)
            .Where(i => isLinq ? types.TakesRecords(declared[i]) : (types.BringsRecords(declared[i]) || IsPriorityQueue(declared[i])) && !SequenceTypes.IsBuffer(operands[i]))
            .ToList();
    }

    // It is no sequence itself, but gives one of its items.
    private static bool IsPriorityQueue(TypeReference type) => type.GetElementType().FullName == "System.Collections.Generic.PriorityQueue`2";

    // What these give is attached to with the collection itself. The arrays that a string's methods take are separators.
    private static bool IsOwnPart(MethodReference called) => called.DeclaringType.GetElementType().FullName switch
    {
        "System.Collections.Generic.Dictionary`2" => called.Name is "get_Keys" or "get_Values",
        "System.Linq.ILookup`2" or "System.Linq.Lookup`2" => called.Name == "get_Item",
        "System.String" => true,
        _ => false,
    };

    // Such a method gives back what it was called on, to be called in a chain.
    private static bool IsBuilder(TypeReference result, TypeReference first) => result is not TypeSpecification && TypeMatch.Same(result, first);

    private static bool IsObject(TypeReference type) => type is ArrayType || (type is not (GenericParameter or ByReferenceType) && type.Resolve() is { IsValueType: false });

    // These give back their argument, or what it was made from, and with it everything that is known of it.
    private static string? LinqReason(MethodReference called) =>
        called.Name is "AsEnumerable" or "AsSequential" ? null : $"{called.DeclaringType.Name}.{called.Name} is not woven";

    private string? ForeignReason(MethodReference called)
    {
        if (called.Resolve() is not { } definition) return null;
        AssemblyDefinition assembly = definition.Module.Assembly;
        string name = MethodText(definition);
        if (called.DeclaringType.Name.StartsWith(CollectionExpression, StringComparison.Ordinal)) return CollectionExpressionReason;
        if (assembly == module.Assembly || IsWoven(assembly))
            return StateMachine.IsIterator(definition) && !iterators.Includes(definition) ? $"{name} yields records of its own" : null;
        return assembly.Name.Name == runtime.Assembly.Name.Name ? null : $"{name} of {assembly.Name.Name} is not woven";
    }

    private bool IsWoven(AssemblyDefinition assembly)
    {
        if (!_woven.TryGetValue(assembly, out bool woven)) _woven.Add(assembly, woven = WovenMark.IsOn(assembly));
        return woven;
    }

    /// <summary><c>Type.Method</c>, <c>Method.LocalFunction</c>, or <c>new Type</c>.</summary>
    private static string MethodText(MethodDefinition method)
    {
        if (GeneratedNames.LocalFunction(method.Name) is { } local) return GeneratedNames.SourceMethod(method.Name) + "." + local;
        string type = method.DeclaringType.Name.Split('`')[0];
        return method.IsConstructor ? "new " + type : type + "." + method.Name;
    }
}
