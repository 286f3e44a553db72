using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: the checks that the other tests lean on do fail on broken code.
public class HarnessTests
{
    private static readonly CompiledAssembly _sum = Construct.CompileMembers("public static int Sum(int a, int b) => a + b;");

    [Fact]
    public void StackCheck_Int64ForInt32_Warns()
    {
        CompiledAssembly broken = Mutation.Of(_sum, module => Insert(module, before: Code.Add, OpCodes.Conv_I8));

        Assert.NotEmpty(StackCheck.Warnings(broken, TestRuntime.Fake));
        Assert.Empty(StackCheck.Warnings(_sum, TestRuntime.Fake));
    }

    [Fact]
    public void CompileEverything_StackLeftOver_Throws()
    {
        CompiledAssembly broken = Mutation.Of(_sum, module => Insert(module, before: Code.Add, OpCodes.Dup));

        Assert.Throws<InvalidProgramException>(() => new LoadedAssembly(broken, TestRuntime.Fake).CompileEverything());
        Assert.True(new LoadedAssembly(_sum, TestRuntime.Fake).CompileEverything() > 0);
    }

    [Fact]
    public void Difference_OneInstructionMore_IsTold()
    {
        CompiledAssembly changed = Mutation.Of(_sum, module => Insert(module, before: Code.Add, OpCodes.Nop));

        Assert.Contains("nop is new", KeptCode.Difference(_sum, changed), StringComparison.Ordinal);
        Assert.Contains("is gone", KeptCode.Difference(changed, _sum), StringComparison.Ordinal);
        Assert.Null(KeptCode.Difference(_sum, Mutation.Of(_sum, _ => { })));
    }

    [Fact]
    public void Difference_BranchElsewhere_IsTold()
    {
        CompiledAssembly branching = Construct.CompileMembers("public static int Sum(int a, int b) => a > b ? a - b : a + b;");
        CompiledAssembly changed = Mutation.Of(branching, module =>
        {
            MethodDefinition sum = Mutation.Method(module, "Sum");
            Instruction branch = sum.Body.Instructions.First(i => i.Operand is Instruction);
            branch.Operand = sum.Body.Instructions[^1];
        });

        Assert.Contains("branches elsewhere", KeptCode.Difference(branching, changed), StringComparison.Ordinal);
    }

    private static void Insert(ModuleDefinition module, Code before, OpCode opCode)
    {
        ILProcessor il = Mutation.Method(module, "Sum").Body.GetILProcessor();
        il.InsertBefore(il.Body.Instructions.Single(i => i.OpCode.Code == before), Instruction.Create(opCode));
    }
}
