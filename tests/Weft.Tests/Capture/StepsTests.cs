// Proves that steps are interned: one id for one site with the same inputs, also when threads race.
using Weft.Capture;

namespace Weft.Tests.Capture;

public class StepsTests
{
    [Fact]
    public void Intern_Same_HasTheSameId()
    {
        int[] sites = TestSites.Register(TestSites.Row("Where", 1), TestSites.Row("Select", 2));
        int where = Steps.Intern(sites[0]);
        int select = Steps.Intern(sites[1], where);
        Assert.True(where >= 1);
        Assert.Equal(where, Steps.Intern(sites[0]));
        Assert.Equal(select, Steps.Intern(sites[1], where));
        Assert.Equal(4, new HashSet<int> { where, select, Steps.Intern(sites[1]), Steps.Intern(sites[1], 0, where) }.Count);
    }

    [Fact]
    public void Intern_OutputHandle_IsTheSameSite()
    {
        int site = TestSites.Register(TestSites.Row("ToList", 1))[0];
        Assert.Equal(Steps.Intern(site), Steps.Intern(site | 1));
    }

    [Fact]
    public void Get_Id_TellsSiteAndInputs()
    {
        int site = TestSites.Register(TestSites.Row("Join", 1))[0];
        int left = Steps.Intern(site), right = Steps.Intern(site, left);
        int join = Steps.Intern(site, left, right);
        Assert.Equal(new Step(join, SiteRegistry.NumberOf(site), left, right), Steps.Get(join));
    }

    [Fact]
    public void Intern_ManyThreads_AgreeOnIds()
    {
        const int Inputs = 150, Count = Inputs * Inputs;
        int[] sites = TestSites.Register(TestSites.Row("Where", 1), TestSites.Row("Zip", 2));
        int[] inputs = new int[Inputs];
        for (int i = 1; i < Inputs; i++) inputs[i] = Steps.Intern(sites[0], inputs[i - 1]);

        int[][] ids = new int[4][];
        Parallel.For(0, ids.Length, new ParallelOptions { MaxDegreeOfParallelism = ids.Length }, t => ids[t] = [.. Enumerable.Range(0, Count).Select(i => Steps.Intern(sites[1], inputs[i % Inputs], inputs[i / Inputs]))]);
        Assert.Equal(Count, ids[0].Distinct().Count());
        foreach (int[] each in ids) Assert.Equal(ids[0], each);
        for (int i = 0; i < Count; i++) Assert.Equal(inputs[i % Inputs], Steps.Get(ids[0][i]).Input);
    }

    [Fact]
    public void Intern_KnownStep_AllocatesNothing()
    {
        int site = TestSites.Register(TestSites.Row("Where", 1))[0];
        int input = Steps.Intern(site);
        Steps.Intern(site, input, input);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++) Steps.Intern(site, input, input);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
