using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Contract;
using Weft.Fody.Il;
using Weft.Fody.Mapping;
using Weft.Fody.Planning.Iterators;
using Weft.Fody.Source;

namespace Weft.Fody.Planning;

/// <summary>A call at which a flow ends: what it leaves on the stack, which of its parameters brings the records, and why it ends.</summary>
internal sealed class EndingCall(TypeReference result, int recordParameter, string reason)
{
    public TypeReference Result => result;

    public int RecordParameter => recordParameter;

    public string Reason => reason;
}

/// <summary>
/// Finds the calls that take records and give records in a way that Weft does not follow. Decided on the signature as declared: a method that
/// returns a type parameter hands out a record, not a flow, whatever the parameter stands for.
/// </summary>
internal sealed class FlowEnds(ModuleDefinition module, WovenRuntime runtime, SequenceTypes types, FollowedIterators iterators)
{
    private readonly Dictionary<AssemblyDefinition, bool> _woven = [];

    public IReadOnlyDictionary<Instruction, EndingCall> Find(MethodIl il, IReadOnlyDictionary<Instruction, MappedOperator> operators)
    {
        var found = new Dictionary<Instruction, EndingCall>();
        foreach (Instruction instruction in il.Instructions)
        {
            if (instruction.OpCode.Code is not (Code.Call or Code.Callvirt or Code.Newobj) || operators.ContainsKey(instruction)) continue;
            if (Find((MethodReference)instruction.Operand, instruction.OpCode.Code == Code.Newobj) is { } end) found.Add(instruction, end);
        }
        return found;
    }

    private EndingCall? Find(MethodReference called, bool constructs)
    {
        if (called.Parameters.Count == 0) return null;
        bool isLinq = called.DeclaringType is { Name: "Enumerable" or "ParallelEnumerable", Namespace: "System.Linq" };
        int parameter = IndexOf(called, p => isLinq ? types.TakesRecords(p) : SequenceTypes.IsEnumerableInterface(p));
        if (parameter < 0) return null;
        if (!types.GivesRecords(constructs ? called.DeclaringType : called.GetElementMethod().ReturnType)) return null;

        string? reason = isLinq ? LinqReason(called) : ForeignReason(called);
        if (reason is null) return null;
        return new EndingCall(new Substitution(called).Result, parameter, reason);
    }

    // Enumerable.AsEnumerable gives back its argument, and with it everything that is known of it. What PLINQ gives as a query stays one.
    private static string? LinqReason(MethodReference called) =>
        called is { Name: "AsEnumerable", DeclaringType.Name: "Enumerable" } ? null : $"{called.DeclaringType.Name}.{called.Name} is not woven";

    private string? ForeignReason(MethodReference called)
    {
        if (called.Resolve() is not { } definition) return null;
        AssemblyDefinition assembly = definition.Module.Assembly;
        string name = MethodText(definition);
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

    private static int IndexOf(MethodReference called, Func<TypeReference, bool> matches)
    {
        for (int i = 0; i < called.Parameters.Count; i++)
        {
            if (matches(called.Parameters[i].ParameterType)) return i;
        }
        return -1;
    }
}
