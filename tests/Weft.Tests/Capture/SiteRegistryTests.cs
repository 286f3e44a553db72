// Proves that the sites of several modules get numbers of their own, and that a module woven against another contract is refused with a remedy.
using Weft.Capture;

namespace Weft.Tests.Capture;

public class SiteRegistryTests
{
    [Fact]
    public void Register_TwoModules_HandlesResolveToTheirRows()
    {
        int[] first = TestSites.Register(TestSites.Row("Where", 1), TestSites.Row("ToList", 2, output: "report"));
        int[] second = TestSites.Register(TestSites.Row("Select", 3));
        Assert.Equal(4, first.Concat(second).Append(0).Select(SiteRegistry.NumberOf).Distinct().Count());
        Assert.Equal("Where", SiteRegistry.Resolve(first[0])?.Row.Operator);
        Assert.Equal(("report", "Flights.dll"), (SiteRegistry.Resolve(first[1])?.Row.OutputName, SiteRegistry.Resolve(first[1])?.Module));
        Assert.Equal(3, SiteRegistry.Resolve(second[0])?.Row.Line);
        Assert.True(SiteRegistry.IsOutput(first[1]));
        Assert.False(SiteRegistry.IsOutput(first[0]));
        Assert.Null(SiteRegistry.Resolve(0));
    }

    [Fact]
    public void RegisterModule_OtherContract_IsRefusedWithARemedy()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Woven.RegisterModule(typeof(SiteRegistryTests), Woven.ContractVersion + 1));
        Assert.Contains("Weft.Tests was woven against version 2", refusal.Message);
        Assert.Contains("Rebuild Weft.Tests", refusal.Message);
    }

    [Fact]
    public void RegisterModule_NoTable_IsRefusedWithARemedy()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Woven.RegisterModule(typeof(SiteRegistryTests), Woven.ContractVersion));
        Assert.Contains("weft.sites is missing. Rebuild it", refusal.Message);
    }

    [Fact]
    public void Register_Damaged_SaysWhatWasExpectedWhere()
    {
        byte[] bytes = TestSites.Table(TestSites.Row("Where", 1)).ToBytes();
        bytes[0] ^= 1;
        Assert.Contains("at offset 0", Assert.Throws<InvalidDataException>(() => SiteRegistry.Register(bytes)).Message);
    }
}
