// Proves to which hosts headers with lineage go, by default and as WEFT_HOSTS says, and that what cannot be understood there is told and allows nothing.
using Weft.Capture;
using Weft.Carriers;

namespace Weft.Tests.Carriers;

public sealed class AllowedHostsTests
{
    private readonly List<string> _complaints = [];

    [Theory]
    [InlineData("http://localhost:5000/orders", true)]
    [InlineData("http://LOCALHOST./", true)]
    [InlineData("http://127.0.0.1/", true)]
    [InlineData("http://127.8.9.10:80/", true)]
    [InlineData("http://2130706433/", true)] // 127.0.0.1 as one number
    [InlineData("https://[::1]:8443/", true)]
    [InlineData("http://[::ffff:10.0.0.1]/", true)]
    [InlineData("http://10.255.0.1/", true)]
    [InlineData("http://172.31.255.255/", true)]
    [InlineData("http://172.32.0.0/", false)]
    [InlineData("http://192.168.1.1/", true)]
    [InlineData("http://100.64.0.1/", true)]
    [InlineData("http://[fd00::1]/", true)]
    [InlineData("http://orders/", true)]
    [InlineData("http://orders.shop.svc.cluster.local/", true)]
    [InlineData("http://a.internal/", true)]
    [InlineData("http://169.254.169.254/latest/meta-data", false)]
    [InlineData("http://8.8.8.8/", false)]
    [InlineData("http://[2606:4700::1111]/", false)]
    [InlineData("https://api.example.com/", false)]
    [InlineData("https://localhost.example.com/", false)]
    [InlineData("https://notlocal/", true)]
    [InlineData("https://local.example/", false)]
    public void Allows_Default_IsThisMachineAndPrivateNetworks(string address, bool isAllowed) => Assert.Equal(isAllowed, AllowedHosts.Parse(new RecorderOptions().Hosts, _complaints.Add).Allows(new Uri(address)));

    [Theory]
    [InlineData("none", "http://localhost/", false)]
    [InlineData("all", "https://api.example.com/", true)]
    [InlineData("*", "https://8.8.8.8/", true)]
    [InlineData("api.example.com", "https://API.example.com:444/x", true)]
    [InlineData("api.example.com", "https://a.api.example.com/", false)]
    [InlineData("api.example.com", "http://localhost/", false)]
    [InlineData("api.example.com, Private", "http://localhost/", true)]
    [InlineData("*.example.com", "https://a.b.example.com/", true)]
    [InlineData("*.example.com", "https://example.com/", false)]
    [InlineData("*.example.com", "https://badexample.com/", false)]
    [InlineData("127.0.0.1", "http://localhost/", false)]
    [InlineData("127.0.0.1", "http://127.0.0.1:81/", true)]
    [InlineData("203.0.113.0/24;::1", "http://203.0.113.9/", true)]
    [InlineData("203.0.113.0/24;::1", "http://[::1]/", true)]
    [InlineData("203.0.113.0/24", "http://203.0.114.1/", false)]
    [InlineData("bücher.example", "http://xn--bcher-kva.example/", true)]
    public void Allows_AsTheVariableSays(string text, string address, bool isAllowed)
    {
        Assert.Equal(isAllowed, AllowedHosts.Parse(text, _complaints.Add).Allows(new Uri(address)));
        Assert.Empty(_complaints);
    }

    [Theory]
    [InlineData("http://example.com")]
    [InlineData("example.com:80")]
    [InlineData("user@example.com")]
    [InlineData("example.com/path")]
    [InlineData("*")]
    [InlineData("a*b.com")]
    [InlineData("*.")]
    public void Parse_WhatIsNoHost_IsToldAndAllowsNothing(string entry)
    {
        AllowedHosts hosts = AllowedHosts.Parse(entry == "*" ? "**" : entry, _complaints.Add);
        Assert.StartsWith("WEFT_HOSTS: ", Assert.Single(_complaints), StringComparison.Ordinal);
        Assert.False(hosts.AreAll || hosts.Allows(new Uri("http://example.com/")) || hosts.Allows(new Uri("http://localhost/")));
    }

    [Fact]
    public void Allows_AddressThatLeadsNowhere_IsNot()
    {
        AllowedHosts hosts = AllowedHosts.Parse("all", _complaints.Add);
        Assert.False(hosts.Allows(null));
        Assert.False(hosts.Allows(new Uri("orders/7", UriKind.Relative)));
    }

    [Theory]
    [InlineData("private", "127.0.0.1", true)]
    [InlineData("private", "::1", true)]
    [InlineData("private", "::ffff:10.1.2.3", true)]
    [InlineData("private", "8.8.8.8", false)]
    [InlineData("private", null, true)]
    [InlineData("none", null, false)]
    [InlineData("none", "127.0.0.1", false)]
    [InlineData("all", "8.8.8.8", true)]
    [InlineData("8.8.0.0/16", "8.8.8.8", true)]
    [InlineData("localhost", "127.0.0.1", false)] // callers have no names
    public void AllowsCaller_ByItsAddress(string hosts, string? caller, bool isAllowed) =>
        Assert.Equal(isAllowed, AllowedHosts.Parse(hosts, _complaints.Add).AllowsCaller(caller is null ? null : System.Net.IPAddress.Parse(caller)));
}
