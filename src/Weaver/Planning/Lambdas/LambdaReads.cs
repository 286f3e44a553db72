using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;
using Weft.Fody.Mapping;
using Weft.Fody.Planning.Returns;
using Weft.Fody.Planning.Values;

namespace Weft.Fody.Planning.Lambdas;

/// <summary>What a lambda takes besides the records that it is called with.</summary>
/// <param name="LookUps">The instructions that give a collection which its results are made of.</param>
/// <param name="Fills">The instructions that give a collection which it puts records into.</param>
/// <param name="IsKept">Whether its results may be made of records of earlier calls.</param>
internal sealed record LambdaReads(IReadOnlyList<Instruction> LookUps, IReadOnlyList<Instruction> Fills, bool IsKept)
{
    /// <summary>Whether a lambda touches anything but what it is called with that could hold records.</summary>
    public static bool AreWorthwhile(MethodDefinition method, SequenceTypes types, ReturningMethods returning)
    {
        if (method.ReturnType.FullName.StartsWith("System.Threading.Tasks.", StringComparison.Ordinal)) return false; // its body is another method
        return method.Body.Instructions.Any(i => i.OpCode.Code switch
        {
            Code.Stfld or Code.Stsfld or Code.Ldflda or Code.Ldsflda => true,
            Code.Ldfld or Code.Ldsfld => types.TakesRecords(((FieldReference)i.Operand).FieldType),
            Code.Call or Code.Callvirt => i.Operand is MethodReference called && (types.TakesRecords(called.ReturnType) || called.Name == "Invoke" || MayKeep(called) || returning.Candidate(i) is not null),
            _ => false,
        });
    }

    private static bool MayKeep(MethodReference called) =>
        called.Parameters.Count > 0 && called.DeclaringType.GetElementType().Scope is ModuleDefinition && called.Resolve() is { } method && KeepingMethods.IsKeeping(method);

    /// <summary>The numbers of the methods whose results, which may be made of records, a lambda's results are made of.</summary>
    public static HashSet<int> ResultsIn(MethodIl il, StackFlow flow, SequenceTypes types, ReturningMethods returning)
    {
        var reached = new HashSet<int>();
        if (!il.Instructions.Any(i => returning.Candidate(i) is not null)) return reached;
        var origins = new ValueOrigins(il, flow, types, [], [], taken: null, returning);
        foreach (Instruction end in il.Instructions.Where(i => i.OpCode.Code == Code.Ret && flow.Contains(i) && flow.OperandCount(i) == 1)) origins.Reach(end, [0], reached);
        return reached;
    }

    public static LambdaReads Find(MethodIl il, StackFlow flow, SequenceTypes types, LambdaUse use)
    {
        var origins = new ValueOrigins(il, flow, types, [], []);
        Pass[] passes = [Pass.OfLambda(il)];
        var lookUps = new HashSet<Instruction>();
        bool isKept = false;
        if (use.GivesValues)
        {
            foreach (Instruction end in il.Instructions.Where(i => i.OpCode.Code == Code.Ret && flow.Contains(i) && flow.OperandCount(i) == 1))
            {
                (IReadOnlyList<Instruction> lookedUp, bool kept) = origins.LookedUpBy(end, 0, passes);
                lookUps.UnionWith(lookedUp);
                isKept |= kept;
            }
        }
        return new LambdaReads([.. lookUps], origins.FilledIn(passes), isKept);
    }
}
