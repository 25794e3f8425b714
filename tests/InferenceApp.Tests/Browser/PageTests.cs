using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace DtcGen.Samples.InferenceApp.Tests;

/// <summary>The page in a real browser. With DTC_SCREENSHOTS=DIR the pictures are kept there to be looked at.</summary>
public sealed class PageTests : IAsyncLifetime
{
    private const float Timeout = 60_000;
    private readonly List<string> _complaints = [];
    private RunningApp _app = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async Task InitializeAsync()
    {
        if (BrowserFactAttribute.Executable is null)
        {
            return;
        }

        _app = await RunningApp.StartAsync(
            change: options => options with { Data = Environment.GetEnvironmentVariable("DTC_SCREENSHOTS_DATA") });
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = BrowserFactAttribute.Executable,
            Headless = true,
            Args = [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync"
            ],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
            _playwright.Dispose();
            await _app.DisposeAsync();
        }
    }

    [BrowserFact]
    public async Task APageJustOpenedShowsADigitAndWhatBothNetworksMakeOfIt()
    {
        var page = await OpenAsync();
        await AssertBothAnswerAsync(page, "0");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Digit 0" }).First).ToHaveAttributeAsync("aria-pressed", "true");
        await KeepAsync(page, "opened");
        Assert.Empty(_complaints);
    }

    [BrowserFact]
    public async Task AGroupThatTheFileOnlyCountsIsToldInWords()
    {
        await using var context = await _browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.RouteAsync("**/models", async route =>
        {
            var models = await (await route.FetchAsync()).TextAsync();
            await route.FulfillAsync(new()
            {
                ContentType = "application/json",
                Body = Regex.Replace(models, "\"kept\":\\[[0-9,]*\\]", "\"kept\":null"),
            });
        });
        await page.GotoAsync(_app.Address.ToString());
        await page.Locator("body[data-ready=true]").WaitForAsync();
        Assert.Equal("128 of 512", await Card(page, "pruned").Locator(".neurons").TextContentAsync());
        await Assertions.Expect(Card(page, "pruned").Locator(".grids"))
            .ToHaveTextAsync("Neurons of fc1: 128 of 512, the file does not say which");
    }

    [BrowserFact]
    public async Task ASevenDrawnWithThePointerIsASevenForBothNetworks()
    {
        var page = await OpenAsync();
        await DrawSevenAsync(page);
        await AssertBothAnswerAsync(page, "7");

        foreach (var model in new[] { "dense", "pruned" })
        {
            Assert.Matches(@"^\d+(\.\d+)? ms$", await Card(page, model).Locator(".time").TextContentAsync() ?? "");
            Assert.Contains("B", await Card(page, model).Locator(".size").TextContentAsync());
        }

        Assert.Equal("512", await Card(page, "dense").Locator(".neurons").TextContentAsync());
        Assert.Equal("128 of 512", await Card(page, "pruned").Locator(".neurons").TextContentAsync());
        Assert.Equal(128, await Card(page, "pruned").Locator("rect.kept").CountAsync());
        Assert.Equal(384, await Card(page, "pruned").Locator("rect.gone").CountAsync());
        Assert.Equal("Neurons of fc1: 128 of 512 kept", await Card(page, "pruned").Locator("svg").GetAttributeAsync("aria-label"));
        Assert.Contains("times smaller", await page.Locator("#comparison").TextContentAsync());
        await KeepAsync(page, "desktop-light");

        await page.GetByRole(AriaRole.Button, new() { Name = "Clear" }).ClickAsync();
        await Assertions.Expect(Card(page, "dense").Locator(".digit")).ToHaveTextAsync("–");
        Assert.Empty(_complaints);
    }

    [BrowserFact]
    public async Task ASevenDrawnWithKeysIsASevenForBothNetworks()
    {
        var page = await OpenAsync(ColorScheme.Dark);
        await page.Locator("#pad").FocusAsync();
        await PressAsync("ArrowLeft", 7);
        await page.Keyboard.PressAsync("Space");
        await PressAsync("ArrowRight", 13);
        for (var i = 0; i < 8; i++)
        {
            await PressAsync("ArrowDown", 2);
            await PressAsync("ArrowLeft", 1);
        }

        await page.Keyboard.PressAsync("Space");
        await AssertBothAnswerAsync(page, "7");
        await KeepAsync(page, "desktop-dark");

        await page.Keyboard.PressAsync("Delete");
        await Assertions.Expect(Card(page, "pruned").Locator(".digit")).ToHaveTextAsync("–");
        Assert.Empty(_complaints);

        async Task PressAsync(string key, int times)
        {
            for (var i = 0; i < times; i++)
            {
                await page.Keyboard.PressAsync(key);
            }
        }
    }

    [BrowserFact]
    public async Task APhoneShowsBothNetworksWithoutScrollingSidewaysAndTakesTouch()
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            var page = await OpenAsync(scheme, phone: true);
            await TouchSevenAsync(page);
            await AssertBothAnswerAsync(page, "7");
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
            await KeepAsync(page, $"phone-{scheme.ToString().ToLowerInvariant()}");
        }

        Assert.Empty(_complaints);
    }

    [BrowserFact]
    public async Task ADigitOfTheGalleryIsClassifiedAndJudged()
    {
        var page = await OpenAsync();
        var button = page.GetByRole(AriaRole.Button, new() { Name = "Digit 7" }).First;
        await button.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#comparison")).Not.ToBeEmptyAsync(new() { Timeout = Timeout });
        await Assertions.Expect(button).ToHaveAttributeAsync("aria-pressed", "true");
        foreach (var model in new[] { "dense", "pruned" })
        {
            var answer = await Card(page, model).Locator(".digit").TextContentAsync();
            Assert.EndsWith(answer == "7" ? ", right" : ", wrong: it is 7", await Card(page, model).Locator(".mark").TextContentAsync());
        }

        await KeepAsync(page, "gallery");
        Assert.Empty(_complaints);
    }

    /// <summary>The oracle of what a PNG file holds is the browser: what its canvas says of the pixels, sent as numbers.</summary>
    [BrowserFact]
    public async Task APngOfTheCanvasIsAnsweredAsItsPixelsAreAndADamagedOneWithTheReason()
    {
        var page = await OpenAsync();
        await DrawSevenAsync(page);
        await AssertBothAnswerAsync(page, "7");
        var answers = await page.EvaluateAsync<JsonElement>(
            """
            async () => {
              const canvas = document.getElementById('seen');
              const { data } = canvas.getContext('2d').getImageData(0, 0, 28, 28);
              const png = new Uint8Array(await (await new Promise(done => canvas.toBlob(done))).arrayBuffer());
              const damaged = png.map((byte, i) => i === png.length - 20 ? byte ^ 1 : byte);
              const post = async (type, body) => (await fetch('/predict', { method: 'POST', headers: { 'Content-Type': type }, body })).json();
              return {
                png: await post('image/png', png),
                numbers: await post('application/json', JSON.stringify(Array.from({ length: 784 }, (_, i) => data[4 * i] / 255))),
                damaged: await post('image/png', damaged),
              };
            }
            """);

        Assert.Equal("7", answers.GetProperty("png").GetProperty("class").GetString());
        Assert.All(ProbabilitiesOf("numbers").Zip(ProbabilitiesOf("png")), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
        Assert.Equal(400, answers.GetProperty("damaged").GetProperty("status").GetInt32());
        Assert.Contains("checksum of its chunk IDAT", answers.GetProperty("damaged").GetProperty("detail").GetString());

        double[] ProbabilitiesOf(string name) =>
            [.. answers.GetProperty(name).GetProperty("probabilities").EnumerateArray().Select(probability => probability.GetDouble())];
    }

    [BrowserFact]
    public async Task WithoutOnnxruntimeWebThePageSaysWhatIsMissing()
    {
        await using var context = await _browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.RouteAsync("**/ort/*", route => route.FulfillAsync(new() { Status = 404 }));
        await page.GotoAsync(_app.Address.ToString());
        await Assertions.Expect(page.Locator("#verdict.failed"))
            .ToContainTextAsync("install Node.js and build it again", new() { Timeout = Timeout });
    }

    private async Task<IPage> OpenAsync(ColorScheme scheme = ColorScheme.Light, bool phone = false)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = scheme,
            ViewportSize = phone ? new ViewportSize { Width = 375, Height = 740 } : new ViewportSize { Width = 1200, Height = 900 },
            HasTouch = phone,
            IsMobile = phone,
        });
        context.SetDefaultTimeout(Timeout);
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => _complaints.Add(error);
        page.RequestFailed += (_, request) => _complaints.Add($"{request.Url}: {request.Failure}");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(_app.Address.ToString(), StringComparison.Ordinal))
            {
                _complaints.Add($"asked elsewhere: {request.Url}");
            }
        };
        await page.GotoAsync(_app.Address.ToString());
        await page.Locator("body[data-ready=true]").WaitForAsync();
        return page;
    }

    private static ILocator Card(IPage page, string model) => page.Locator($"[data-model={model}]");

    private static async Task AssertBothAnswerAsync(IPage page, string digit)
    {
        foreach (var model in new[] { "dense", "pruned" })
        {
            await Assertions.Expect(Card(page, model).Locator(".digit")).ToHaveTextAsync(digit, new() { Timeout = Timeout });
            await Assertions.Expect(Card(page, model).Locator(".time")).ToContainTextAsync("ms", new() { Timeout = Timeout });
        }

        await Assertions.Expect(page.Locator("#verdict")).ToContainTextAsync($"dense: {digit}", new() { Timeout = Timeout });
        await Assertions.Expect(page.Locator("#comparison")).Not.ToBeEmptyAsync(new() { Timeout = Timeout });
    }

    private static async Task DrawSevenAsync(IPage page)
    {
        var pad = (await page.Locator("#pad").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(pad.X + pad.Width * 0.25f, pad.Y + pad.Height * 0.2f);
        await page.Mouse.DownAsync();
        foreach (var (x, y) in Seven)
        {
            await page.Mouse.MoveAsync(pad.X + pad.Width * x, pad.Y + pad.Height * y, new() { Steps = 8 });
        }

        await page.Mouse.UpAsync();
    }

    /// <summary>Touches as the browser makes them of a finger, by its own protocol: Playwright can only tap.</summary>
    private static async Task TouchSevenAsync(IPage page)
    {
        var pad = (await page.Locator("#pad").BoundingBoxAsync())!;
        var session = await page.Context.NewCDPSessionAsync(page);
        await SendAsync("touchStart", 0.25f, 0.2f);
        (float X, float Y) from = (0.25f, 0.2f);
        foreach (var (x, y) in Seven)
        {
            for (var step = 1; step <= 8; step++)
            {
                await SendAsync("touchMove", from.X + (x - from.X) * step / 8, from.Y + (y - from.Y) * step / 8);
            }

            from = (x, y);
        }

        await session.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = "touchEnd", ["touchPoints"] = Array.Empty<object>() });

        Task SendAsync(string type, float x, float y) => session.SendAsync("Input.dispatchTouchEvent", new()
        {
            ["type"] = type,
            ["touchPoints"] = new[] { new Dictionary<string, object> { ["x"] = pad.X + pad.Width * x, ["y"] = pad.Y + pad.Height * y } },
        });
    }

    private static (float X, float Y)[] Seven => [(0.75f, 0.2f), (0.45f, 0.85f)];

    private static async Task KeepAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("DTC_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }
}
